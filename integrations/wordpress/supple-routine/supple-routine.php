<?php
/**
 * Plugin Name:       Supple routine
 * Description:       A guided stretching routine in your posts, as a block and as a shortcode. No external requests.
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

/** The finished site of the widget, in which the loader finds its files. */
const SITE = 'dist/';

const LOADER = SITE . 'embed/v1/supple.js';

/** The built-in routines: a list of objects with id, name and minutes. */
const ROUTINES = SITE . 'embed/v1/routines.json';

/** The routine that is shown where none is named. */
const FRONT = 'hamstring';

/** The attributes of the element that have fixed values. */
const CHOICES = array(
	'theme'   => array( 'auto', 'light', 'dark' ),
	'loading' => array( 'lazy', 'eager', 'click' ),
);

/** A link that holds a whole routine, whichever site it leads to: the plugin reads it without asking that site. */
const SHARED = '~^https?://[^\s<>"]+/routines/shared/(?:index\.html)?#v1-[\w-]+$~i';

/** The boolean attributes of the element. */
const FLAGS = array( 'compact', 'no-persist' );

add_action( 'init', __NAMESPACE__ . '\register' );
add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\enqueue_early' );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\as_module', 10, 3 );
add_action( 'admin_notices', __NAMESPACE__ . '\warn_if_incomplete' );

function register() {
	$dependencies = array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n' );
	wp_register_script( NAME . '-editor', plugins_url( 'editor.js', __FILE__ ), $dependencies, changed( 'editor.js' ), true );
	wp_localize_script( NAME . '-editor', 'suppleRoutines', routines() );
	wp_localize_script( NAME . '-editor', 'suppleStudio', array( 'address' => plugins_url( SITE . 'studio/index.html', __FILE__ ) ) );
	register_block_type( __DIR__, array( 'render_callback' => __NAMESPACE__ . '\block' ) );
	add_shortcode( NAME, __NAMESPACE__ . '\shortcode' );
	// A link on a line of its own becomes the routine.
	wp_embed_register_handler( NAME . '-shared', SHARED, __NAMESPACE__ . '\embed_shared' );
	wp_embed_register_handler( NAME, own_pages(), __NAMESPACE__ . '\embed_own' );
}

/** What the addresses of the built-in routines' pages look like, in the site that the plugin brings along. */
function own_pages() {
	$site = preg_quote( preg_replace( '~^https?:~', '', plugins_url( SITE, __FILE__ ) ), '~' );
	return '~^https?:' . $site . '(?:routines/([a-z0-9-]+)/)?(?:index\.html)?$~';
}

/**
 * Renders the routine that a link holds.
 *
 * @param string[] $matches The link, as SHARED has found it.
 */
function embed_shared( $matches ) {
	return element( array( 'src' => $matches[0] ), __NAMESPACE__ . '\no_style' );
}

/**
 * Renders the built-in routine whose page the link leads to.
 *
 * @param string[] $matches The link and the routine's id, as own_pages() has found them.
 */
function embed_own( $matches ) {
	return element( array( 'routine' => $matches[1] ?? '' ), __NAMESPACE__ . '\no_style' );
}

function no_style() {
	return '';
}

/**
 * Renders the block. Its attributes have the element's names in the spelling of block.json, such as `storageKey`.
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
			// Includes the alignment and the classes that the author has chosen.
			return get_block_wrapper_attributes( '' === $style ? array() : array( 'style' => $style ) );
		}
	);
}

/**
 * Renders the shortcode. An attribute without a value comes without a name: `[supple-routine compact]`.
 *
 * @param array|string $attributes The attributes; an empty string if there are none.
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

/** The built-in routines by their ids: the name of each. Empty where the widget is missing. */
function routines() {
	$file = __DIR__ . '/' . ROUTINES;
	// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- a file of this plugin.
	$list = is_readable( $file ) ? json_decode( file_get_contents( $file ), true ) : array();
	return array_column( (array) $list, 'name', 'id' );
}

/**
 * The routine that is asked for; empty for the one that is shown where none is named, and for an unknown one.
 *
 * @param array $given Attributes; see element().
 */
function routine( array $given ) {
	$id = text( $given, 'routine' );
	return FRONT !== $id && array_key_exists( $id, routines() ) ? $id : '';
}

/**
 * The address of a routine of one's own, or a link that holds one, escaped; empty where there is none, or it is no address.
 *
 * @param array $given Attributes; see element().
 */
function source( array $given ) {
	return esc_url( text( $given, 'src' ), array( 'http', 'https' ) );
}

/**
 * Renders the element as HTML, and enqueues what it needs. Unknown attributes and values are left out.
 *
 * @param array    $given    Attributes by their names in HTML, and `accent`, `link`, `link-text`. They are untrusted.
 * @param callable $in_style Turns a style into escaped attributes.
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
	$routine = routine( $given );
	$source  = source( $given );
	if ( '' !== $source ) {
		$attributes[] = 'src="' . $source . '"';
	} elseif ( '' !== $routine ) {
		$attributes[] = 'routine="' . esc_attr( $routine ) . '"';
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
 * Renders what is shown without the widget: without scripts, in feeds, in old browsers. By default it leads to the
 * plugin's own page with the routine, which works without scripts.
 *
 * @param array $given Attributes; see element().
 */
function link_for( array $given ) {
	$link = esc_url( text( $given, 'link' ), array( 'http', 'https' ) );
	$routine = routine( $given );
	$page = '' === $routine ? 'index.html' : "routines/$routine/index.html";
	if ( '' === $link && preg_match( SHARED, text( $given, 'src' ) ) ) {
		$link = source( $given );
	} elseif ( '' === $link ) {
		$link = esc_url( plugins_url( SITE . $page, __FILE__ ) );
	}
	$text = text( $given, 'link-text' );
	$text = '' === $text ? __( 'Open the guided stretching routine', 'supple-routine' ) : $text;
	return '<a href="' . $link . '">' . esc_html( $text ) . '</a>';
}

/**
 * A style with the accent colour, of which the widget uses a legible shade. Empty if it is no colour.
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

/** Enqueues the loader and the styles for this page; doing so twice changes nothing. */
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
 * A classic theme prints the head before the content is rendered. Styles enqueued by the content would come at the end
 * of the page, and whatever lies below the routine would move.
 */
function enqueue_early() {
	$post = is_singular() ? get_post() : null;
	if ( $post && ( has_block( BLOCK, $post ) || has_shortcode( $post->post_content, NAME ) || has_link( $post->post_content ) ) ) {
		enqueue();
	}
}

/**
 * Whether a text may contain a link that becomes a routine. To be wrong costs a style sheet, or a shift of what is below.
 *
 * @param string $content The text of a post.
 */
function has_link( $content ) {
	return false !== strpos( $content, '/routines/shared/' ) || false !== strpos( $content, plugins_url( SITE, __FILE__ ) );
}

/**
 * Makes the loader a module. Before WordPress 6.5 only ordinary scripts can be enqueued.
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
 * When a file of the plugin was installed, as its version. The loader refers to other files that change with it, so one
 * from a browser's cache would not find them.
 *
 * @param string $file A path in the plugin.
 */
function changed( $file ) {
	return (string) filemtime( __DIR__ . '/' . $file );
}

function is_complete() {
	return is_readable( __DIR__ . '/' . LOADER );
}

/** A folder copied from the source code, rather than built, lacks the widget. */
function warn_if_incomplete() {
	if ( ! is_complete() && current_user_can( 'activate_plugins' ) ) {
		wp_admin_notice(
			__( 'This copy of Supple routine is incomplete. Please install the plugin from its ZIP file.', 'supple-routine' ),
			array( 'type' => 'error' )
		);
	}
}
