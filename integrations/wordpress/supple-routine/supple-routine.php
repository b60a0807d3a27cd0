<?php
/**
 * Plugin Name:       Supple routine
 * Description:       A guided stretching routine in your posts, as a block and as a shortcode. It asks no other server for anything.
 * Version:           0.1.0
 * Requires at least: 6.4
 * Requires PHP:      7.4
 * Author:            The Supple authors
 * License:           MIT OR Apache-2.0
 * License URI:       https://spdx.org/licenses/MIT.html
 * Text Domain:       supple-routine
 *
 * @package Supple
 */

namespace Supple\Routine;

defined( 'ABSPATH' ) || exit;

const NAME = 'supple-routine';

const BLOCK = 'supple/routine';

/** The finished site of the widget. The loader finds its files beside it by itself. */
const SITE = 'dist/';

const LOADER = SITE . 'embed/v1/supple.js';

/** Attributes of the element that are one of a few words. */
const CHOICES = array(
	'theme'   => array( 'auto', 'light', 'dark' ),
	'loading' => array( 'lazy', 'eager', 'click' ),
);

/** Attributes of the element that are there or not. */
const FLAGS = array( 'compact', 'no-persist' );

add_action( 'init', __NAMESPACE__ . '\register' );
add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\enqueue_early' );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\as_module', 10, 3 );
add_action( 'admin_notices', __NAMESPACE__ . '\tell_if_incomplete' );

function register() {
	$dependencies = array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n' );
	wp_register_script( NAME . '-editor', plugins_url( 'editor.js', __FILE__ ), $dependencies, changed( 'editor.js' ), true );
	register_block_type( __DIR__, array( 'render_callback' => __NAMESPACE__ . '\block' ) );
	add_shortcode( NAME, __NAMESPACE__ . '\shortcode' );
}

/**
 * The block. Its attributes have the element's names, written as block.json does it: `storageKey`.
 *
 * @param array $attributes The block's attributes.
 */
function block( $attributes ) {
	$given = array();
	foreach ( $attributes as $name => $value ) {
		$given[ strtolower( preg_replace( '/[A-Z]/', '-$0', $name ) ) ] = $value;
	}
	return element(
		$given,
		static function ( $style ) {
			// Brings the alignment and the classes that the author chose, too.
			return get_block_wrapper_attributes( '' === $style ? array() : array( 'style' => $style ) );
		}
	);
}

/**
 * The shortcode. What is written without a value comes without a name: `[supple-routine compact]`.
 *
 * @param array|string $attributes What is in the brackets; an empty string if there is nothing.
 */
function shortcode( $attributes ) {
	$given = array();
	foreach ( (array) $attributes as $name => $value ) {
		if ( is_int( $name ) ) {
			$given[ strtolower( $value ) ] = true;
		} else {
			$given[ $name ] = in_array( $name, FLAGS, true ) ? is_on( $value ) : $value;
		}
	}
	return element(
		$given,
		static function ( $style ) {
			return '' === $style ? '' : 'style="' . esc_attr( $style ) . '"';
		}
	);
}

function is_on( $value ) {
	return ! in_array( strtolower( $value ), array( 'false', 'no', 'off', '0' ), true );
}

/**
 * The element as HTML, and what it needs on the page. Of what was given, only what the element knows comes through.
 *
 * @param array    $given    Attributes by their names in HTML, and `accent`, `link`, `link-text`. Anybody may have written them.
 * @param callable $in_style Makes attributes, escaped, of a style.
 */
function element( array $given, callable $in_style ) {
	enqueue();
	$attributes = array( $in_style( style( text( $given, 'accent' ) ) ) );
	foreach ( CHOICES as $name => $choices ) {
		$value = text( $given, $name );
		if ( in_array( $value, $choices, true ) ) {
			$attributes[] = $name . '="' . esc_attr( $value ) . '"';
		}
	}
	$key = text( $given, 'storage-key' );
	if ( '' !== $key ) {
		$attributes[] = 'storage-key="' . esc_attr( $key ) . '"';
	}
	$language = text( $given, 'lang' );
	if ( preg_match( '/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/iD', $language ) ) {
		$attributes[] = 'lang="' . esc_attr( $language ) . '"';
	}
	foreach ( FLAGS as $name ) {
		if ( true === ( $given[ $name ] ?? false ) ) {
			$attributes[] = esc_attr( $name );
		}
	}
	return '<' . trim( NAME . ' ' . implode( ' ', array_filter( $attributes ) ) ) . '>' . link_for( $given ) . '</' . NAME . '>';
}

/**
 * What is shown where the widget can't be: without scripts, in feeds, in old browsers. The plugin's own page with the
 * routine can be read without scripts.
 *
 * @param array $given Attributes; see element().
 */
function link_for( array $given ) {
	$link = esc_url( text( $given, 'link' ), array( 'http', 'https' ) );
	$link = '' === $link ? esc_url( plugins_url( SITE . 'index.html', __FILE__ ) ) : $link;
	$text = text( $given, 'link-text' );
	$text = '' === $text ? __( 'Open the guided stretching routine', 'supple-routine' ) : $text;
	return '<a href="' . $link . '">' . esc_html( $text ) . '</a>';
}

/**
 * A style with the accent colour; the widget takes a shade of it where it must. Empty where there is no colour.
 *
 * @param string $accent A colour such as #1f5c4d.
 */
function style( $accent ) {
	return sanitize_hex_color( $accent ) ? "--supple-accent:$accent" : '';
}

function text( array $given, $name ) {
	$value = $given[ $name ] ?? '';
	return is_string( $value ) ? trim( $value ) : '';
}

/** The loader and the styles, for this page. Asking twice is no matter. */
function enqueue() {
	wp_enqueue_style( NAME, plugins_url( 'reserve.css', __FILE__ ), array(), changed( 'reserve.css' ) );
	if ( ! is_complete() ) {
		return;
	}
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		wp_enqueue_script_module( NAME, plugins_url( LOADER, __FILE__ ), array(), changed( LOADER ) );
	} else {
		wp_enqueue_script( NAME, plugins_url( LOADER, __FILE__ ), array(), changed( LOADER ), true );
	}
}

/**
 * A classic theme prints its head before the content: styles that were asked for by the content alone would come at
 * the page's end, and what lies below the routine would move.
 */
function enqueue_early() {
	$post = is_singular() ? get_post() : null;
	if ( $post && ( has_block( BLOCK, $post ) || has_shortcode( $post->post_content, NAME ) ) ) {
		enqueue();
	}
}

/**
 * Before WordPress 6.5 there are no script modules, so an ordinary script is made one.
 *
 * @param string $tag    The script element.
 * @param string $handle The script's name.
 * @param string $source Its address.
 */
function as_module( $tag, $handle, $source ) {
	if ( NAME !== $handle ) {
		return $tag;
	}
	return wp_get_script_tag(
		array(
			'type' => 'module',
			'src'  => $source,
			'id'   => NAME . '-js',
		)
	);
}

/**
 * When a file of the plugin was installed. The loader names other files that change with it, so an old one from a
 * browser's cache would find nothing.
 *
 * @param string $file A path in the plugin.
 */
function changed( $file ) {
	return (string) filemtime( __DIR__ . '/' . $file );
}

function is_complete() {
	return is_readable( __DIR__ . '/' . LOADER );
}

/** A folder that was copied from the sources and not packed lacks the widget. */
function tell_if_incomplete() {
	if ( ! is_complete() && current_user_can( 'activate_plugins' ) ) {
		wp_admin_notice(
			__( 'This copy of Supple routine lacks the widget itself. Install the packed plugin instead.', 'supple-routine' ),
			array( 'type' => 'error' )
		);
	}
}
