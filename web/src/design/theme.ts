import type { CSSVariablesResolver, MantineColorsTuple, MantineThemeOverride } from '@mantine/core';

/** Mantine takes a step for each scheme: 7 in light, 6 in dark; they are the token `fill`. */
const ink: MantineColorsTuple = [
  '#e8eef8',
  '#d0dcf0',
  '#b4c8e8',
  '#8fb8f5',
  '#6a98dd',
  '#4d7fcb',
  '#3a6bb8',
  '#2b5aa8',
  '#234b8e',
  '#1b3c73',
];

/** Mantine by the tokens of tokens.css. */
export const theme: MantineThemeOverride = {
  colors: { ink },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, monospace',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '4px', md: '6px', lg: '8px', xl: '8px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  shadows: { xs: 'none', sm: 'none', md: 'var(--overlay-shadow)', lg: 'var(--overlay-shadow)' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  headings: { fontWeight: '600' },
  components: {
    TextInput: { defaultProps: { size: 'sm' } },
    Button: { defaultProps: { size: 'sm' } },
  },
};

const pointed = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-placeholder': 'var(--ink-2)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-default': 'var(--paper)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--control)',
  '--mantine-color-disabled-color': 'var(--ink-2)',
  '--mantine-primary-color-filled': 'var(--fill)',
  '--mantine-color-ink-filled': 'var(--fill)',
  '--mantine-color-ink-outline': 'var(--accent)',
  '--mantine-color-ink-light-color': 'var(--accent)',
  '--mantine-color-ink-light': 'var(--accent-soft)',
  '--input-bd': 'var(--control)',
};

/** Points Mantine's variables at the tokens, which know both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: pointed, dark: pointed });
