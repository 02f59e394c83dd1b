// The look as a Mantine 9 theme. Roles live in app.css custom properties; Mantine only points at them.
import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

const ink: MantineColorsTuple = [
  '#F3F6FC',
  '#E9EFF9',
  '#C9D8F0',
  '#A9C5FF',
  '#8FB4FF',
  '#5E88CC',
  '#3A6BB5',
  '#1F4E9C',
  '#1A4285',
  '#0F2A52',
];
const dark: MantineColorsTuple = [
  '#E6EAF2',
  '#C6CEDC',
  '#A3AEC2',
  '#6B7891',
  '#33415A',
  '#232E42',
  '#192234',
  '#141C2B',
  '#101827',
  '#0E1420',
];

// autoContrast decides once, for the light shade: in dark it would put white on #8FB4FF (2.1:1). So the primary is ours.
const variantColorResolver: VariantColorsResolver = (input) => {
  const isPrimary = !input.color || input.color === input.theme.primaryColor;
  if (input.variant === 'filled' && isPrimary) {
    return {
      background: 'var(--accent)',
      hover: 'var(--accent-hover)',
      color: 'var(--on-accent)',
      border: '1px solid transparent',
    };
  }
  if (input.variant === 'light' && isPrimary) {
    return {
      background: 'var(--tint)',
      hover: 'var(--tint-line)',
      color: 'var(--accent)',
      border: '1px solid transparent',
    };
  }
  if (input.variant === 'outline' && input.color === 'red') {
    return {
      background: 'var(--surface)',
      hover: 'var(--danger-tint)',
      color: 'var(--danger)',
      border: '1px solid var(--danger-line)',
    };
  }
  return defaultVariantColorsResolver(input);
};

// 28 in a row, 32 in a bar, 40 in a form; on touch app.css raises --control-* to 44 and 48.
const controlHeight: Record<string, string> = {
  xs: 'var(--control-xs, 28px)',
  sm: 'var(--control-sm, 32px)',
  md: 'var(--control-md, 40px)',
};
const heightOf = (size: unknown) => controlHeight[String(size)] ?? controlHeight.sm;

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 4 },
  variantColorResolver,
  colors: { ink, dark },
  white: '#FFFFFF',
  black: '#14213D',
  fontFamily: '"Inter Variable", Inter, ui-sans-serif, system-ui, "Segoe UI", Roboto, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '14px', xl: '16px' },
  lineHeights: { xs: '16px', sm: '16px', md: '20px', lg: '20px', xl: '24px' },
  headings: {
    fontFamily: '"Inter Variable", Inter, ui-sans-serif, system-ui, sans-serif',
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '14px', lineHeight: '20px' },
      h3: { fontSize: '13px', lineHeight: '20px' },
    },
  },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '999px' },
  defaultRadius: 'sm',
  shadows: { xs: 'none', sm: 'var(--e1)', md: 'var(--e2)', lg: 'var(--e2)', xl: 'var(--e3)' },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Plain objects: `Component.extend` would bring every component into the first script.
  components: {
    Button: {
      defaultProps: { size: 'sm', variant: 'default' },
      vars: (_theme: unknown, props: { size?: unknown }) => ({
        root: {
          '--button-height': heightOf(props.size),
          '--button-fz': props.size === 'md' ? '14px' : '13px',
          '--button-padding-x': '12px',
        },
      }),
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } },
    Input: {
      defaultProps: { size: 'sm' },
      vars: (_theme: unknown, props: { size?: unknown }) => ({
        wrapper: {
          '--input-height': heightOf(props.size),
          '--input-bd': 'var(--control)',
          '--input-fz': props.size === 'md' ? '14px' : '13px',
        },
      }),
    },
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: {
      defaultProps: {
        size: 'sm',
        checkIconPosition: 'right',
        comboboxProps: { shadow: 'md', transitionProps: { duration: 80 } },
      },
    },
    Checkbox: { defaultProps: { size: 'xs', radius: 'xs' } },
    Switch: { defaultProps: { size: 'sm' } },
    Table: {
      defaultProps: {
        withRowBorders: true,
        striped: false,
        highlightOnHover: true,
        verticalSpacing: 0,
        horizontalSpacing: 10,
        stickyHeader: true,
      },
    },
    Card: { defaultProps: { withBorder: true, shadow: 'none', radius: 'lg', padding: 'lg' } },
    Paper: { defaultProps: { withBorder: true, shadow: 'none', radius: 'lg' } },
    Drawer: {
      defaultProps: {
        position: 'right',
        size: 480,
        radius: 0,
        withOverlay: false,
        lockScroll: false,
        trapFocus: false,
        transitionProps: { duration: 160 },
      },
    },
    Modal: {
      defaultProps: {
        centered: true,
        radius: 'lg',
        overlayProps: { backgroundOpacity: 0.35, blur: 0 },
        // It is a <header> outside of <main>: without this it counts as a second banner of the page.
        attributes: { header: { role: 'presentation' } },
        transitionProps: { transition: 'fade', duration: 120 },
      },
    },
    // Its focus placeholder is a child that a menu may not have.
    Menu: {
      defaultProps: {
        shadow: 'md',
        radius: 'sm',
        transitionProps: { duration: 80 },
        withInitialFocusPlaceholder: false,
      },
    },
    Tabs: { defaultProps: { variant: 'default' } },
    SegmentedControl: {
      defaultProps: { size: 'sm', withItemsBorders: true, transitionDuration: 0 },
    },
    Tooltip: { defaultProps: { openDelay: 300, color: '#0F2A52', radius: 'sm' } },
    Avatar: { defaultProps: { size: 24, radius: 'xl', variant: 'light' } },
    Badge: { defaultProps: { variant: 'outline', radius: 'xs', tt: 'none', fw: 400, color: 'gray' } },
    Pill: { defaultProps: { size: 'sm', radius: 'xs' } },
    Alert: { defaultProps: { variant: 'outline', radius: 'sm' } },
    Notification: { defaultProps: { withBorder: true, radius: 'sm' } },
    Skeleton: { defaultProps: { radius: 'xl', height: 10, animate: false } },
  },
});

// Mantine's own variables take our roles. They go under `light` and `dark`, not `variables`: Mantine writes its colours
// on :root[data-mantine-color-scheme], which would win over plain :root. The roles themselves switch in app.css.
const roles = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-success': 'var(--success)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line-strong)',
};

export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: roles, dark: roles });
