// JavaScript because WordPress's editor is: this is the block in it. It shows a placeholder, since the routine runs on
// the page, for readers. Without a build step, it uses the globals that WordPress provides.
(function (wp) {
	const { registerBlockType } = wp.blocks;
	const { InspectorControls, PanelColorSettings, useBlockProps } = wp.blockEditor;
	const { ExternalLink, PanelBody, Placeholder, SelectControl, TextControl, ToggleControl } = wp.components;
	const { createElement: h, Fragment } = wp.element;
	const { __ } = wp.i18n;

	const choices = (labels) => Object.entries(labels).map(([value, label]) => ({ value, label }));

	const THEMES = choices({
		auto: __('Automatic (reader’s device)', 'supple-routine'),
		light: __('Light', 'supple-routine'),
		dark: __('Dark', 'supple-routine'),
	});
	const LOADING = choices({
		lazy: __('When scrolled into view', 'supple-routine'),
		eager: __('Immediately', 'supple-routine'),
		click: __('On click', 'supple-routine'),
	});

	// The plugin takes them from the site that it brings along. The first is shown where none is chosen.
	const ROUTINES = Object.entries(window.suppleRoutines ?? {}).map(([value, label], index) => ({
		value: index === 0 ? '' : value,
		label,
	}));

	// Where people write routines of their own, in the same site.
	const STUDIO = window.suppleStudio?.address;

	function Edit({ attributes, setAttributes }) {
		const bind = (name, label, help) => ({
			label,
			help,
			onChange: (value) => setAttributes({ [name]: value }),
			__nextHasNoMarginBottom: true,
			__next40pxDefaultSize: true,
		});
		const select = (name, label, options) =>
			h(SelectControl, { ...bind(name, label), value: attributes[name], options });
		const text = (name, label, help) => h(TextControl, { ...bind(name, label, help), value: attributes[name] });
		const toggle = (name, label, help) => h(ToggleControl, { ...bind(name, label, help), checked: attributes[name] });

		const routine = h(
			PanelBody,
			{ title: __('Routine', 'supple-routine') },
			ROUTINES.length > 0 && !attributes.src && select('routine', __('Built-in routine', 'supple-routine'), ROUTINES),
			text(
				'src',
				__('Link to your own routine', 'supple-routine'),
				__('Write it in the studio, copy its link, and paste it here.', 'supple-routine'),
			),
			STUDIO && h(ExternalLink, { href: STUDIO }, __('Open the studio', 'supple-routine')),
		);
		const looks = h(
			PanelBody,
			{ title: __('Appearance', 'supple-routine') },
			select('theme', __('Colours', 'supple-routine'), THEMES),
			toggle(
				'compact',
				__('Compact', 'supple-routine'),
				__('A small card with the figure, the minutes and Start, instead of the list.', 'supple-routine'),
			),
			text(
				'lang',
				__('Language of dates', 'supple-routine'),
				__('For example de or en-GB. Leave empty to use the page’s language.', 'supple-routine'),
			),
		);
		const accent = h(PanelColorSettings, {
			title: __('Accent', 'supple-routine'),
			enableAlpha: false,
			colorSettings: [
				{
					label: __('Accent', 'supple-routine'),
					value: attributes.accent || undefined,
					onChange: (colour) => setAttributes({ accent: colour || '' }),
				},
			],
		});
		const behaviour = h(
			PanelBody,
			{ title: __('Behaviour', 'supple-routine') },
			select('loading', __('Load', 'supple-routine'), LOADING),
			toggle(
				'noPersist',
				__('Don’t save progress', 'supple-routine'),
				__('Nothing is stored on the reader’s device.', 'supple-routine'),
			),
			text(
				'storageKey',
				__('Storage key', 'supple-routine'),
				__('Routines with the same key share their progress.', 'supple-routine'),
			),
		);
		const fallback = h(
			PanelBody,
			{ title: __('Fallback without JavaScript', 'supple-routine'), initialOpen: false },
			text(
				'link',
				__('Link to', 'supple-routine'),
				__('Leave empty to link to the routine as a page of its own, on this site.', 'supple-routine'),
			),
			text('linkText', __('Link text', 'supple-routine')),
		);
		const instructions = __('A guided stretching routine. Your readers see it here.', 'supple-routine');

		return h(
			Fragment,
			null,
			h(InspectorControls, null, routine, looks, accent, behaviour, fallback),
			h(
				'div',
				useBlockProps(),
				h(Placeholder, { icon: 'universal-access', label: __('Supple routine', 'supple-routine'), instructions }),
			),
		);
	}

	// The server renders the block, so only its attributes are saved.
	registerBlockType('supple/routine', { edit: Edit, save: () => null });
})(window.wp);
