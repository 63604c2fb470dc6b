'use client'

import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './class-names'
import { Kbd } from './kbd'

const itemLook =
  'flex min-h-7 cursor-default select-none items-center gap-2 rounded-sm px-2 outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-well [&_svg]:size-4 [&_svg]:text-faint'

/** A menu under a button. Children are MenuItem, MenuRadioGroup, MenuLabel, MenuSeparator. */
export function DropdownMenu({
  trigger,
  align = 'end',
  children,
}: {
  trigger: ReactNode
  align?: 'start' | 'center' | 'end'
  children: ReactNode
}) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 min-w-44 animate-rise rounded-md bg-surface p-1 shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

export function MenuItem({
  keys,
  className,
  children,
  ...props
}: ComponentProps<typeof Radix.Item> & { keys?: string }) {
  return (
    <Radix.Item className={cn(itemLook, className)} {...props}>
      {keys === undefined ? (
        // Alone, so that it may be the element that `asChild` asks for.
        children
      ) : (
        <>
          {children}
          <Kbd keys={keys} className="ml-auto pl-4" />
        </>
      )}
    </Radix.Item>
  )
}

/** On or off; the menu stays open, since one seldom changes one thing only. */
export function MenuCheckboxItem({
  checked,
  onChange,
  children,
}: {
  checked: boolean
  onChange: () => void
  children: ReactNode
}) {
  return (
    <Radix.CheckboxItem
      checked={checked}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
      className={cn(itemLook, 'pl-7')}
    >
      <Radix.ItemIndicator className="-ml-5 mr-[-1px]">
        <Check aria-hidden />
      </Radix.ItemIndicator>
      {children}
    </Radix.CheckboxItem>
  )
}

/** One of several; the chosen one is ticked. */
export function MenuRadioGroup<Value extends string>({
  value,
  onChange,
  options,
}: {
  value: Value
  onChange: (value: Value) => void
  options: readonly { value: Value; label: ReactNode }[]
}) {
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen)
    if (option) onChange(option.value)
  }
  return (
    <Radix.RadioGroup value={value} onValueChange={choose}>
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className={cn(itemLook, 'pl-7')}>
          <Radix.ItemIndicator className="-ml-5 mr-[-1px]">
            <Check aria-hidden />
          </Radix.ItemIndicator>
          {option.label}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  )
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 pt-1.5 pb-1 text-faint text-xs">{children}</Radix.Label>
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />
}
