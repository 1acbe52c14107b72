import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  ToggleButton,
  type ToggleButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';

type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  kind?: 'plain' | 'primary' | 'quiet' | 'danger';
  icon?: LucideIcon;
  children: ReactNode;
};

/** A button with words, and an icon before them when one helps to find it. */
export function Button({ kind = 'plain', icon: Icon, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={`button ${kind}`}>
      {Icon ? <Icon size={16} aria-hidden /> : null}
      {children}
    </AriaButton>
  );
}

type IconButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  icon: LucideIcon;
  label: string;
  /** Keys that do the same, shown beside the name. */
  keys?: string;
};

/** A button of one icon; its name is read aloud and shown on hover and focus. */
export function IconButton({ icon: Icon, label, keys, ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton {...props} aria-label={label} className="button quiet icon">
        <Icon size={16} aria-hidden />
      </AriaButton>
      <Tooltip className="tooltip" offset={6}>
        {keys ? `${label}  ${keys}` : label}
      </Tooltip>
    </TooltipTrigger>
  );
}

type IconToggleProps = Pick<ToggleButtonProps, 'isSelected' | 'isDisabled' | 'onChange'> & {
  icon: LucideIcon;
  label: string;
  keys?: string;
};

/** A button of one icon that is on or off; its name and keys are shown on hover and focus. */
export function IconToggle({ icon: Icon, label, keys, ...props }: IconToggleProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <ToggleButton {...props} className="toolbar-toggle" aria-label={label}>
        <Icon size={16} aria-hidden />
      </ToggleButton>
      <Tooltip className="tooltip" offset={6}>
        {keys ? `${label}  ${keys}` : label}
      </Tooltip>
    </TooltipTrigger>
  );
}

/** Words that lead somewhere inside the program, or do something; `hint` says what, on hover and focus. */
export function LinkButton({ hint, ...props }: Omit<AriaButtonProps, 'className' | 'style'> & { hint?: string }) {
  const button = <AriaButton {...props} className="link" />;
  if (hint === undefined) return button;
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {button}
      <Tooltip className="tooltip" offset={6}>
        {hint}
      </Tooltip>
    </TooltipTrigger>
  );
}
