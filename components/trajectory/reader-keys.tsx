'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useHotkeys } from 'react-hotkeys-hook'
import { somethingIsOpen, useShortcuts } from '@/components/frame/shortcuts'
import { currentLine, goToLine } from './current-step'

const keys = {
  title: 'Reading',
  shortcuts: [
    { keys: 'j, k', does: 'Next, previous step' },
    { keys: 'g g, G', does: 'First, last step' },
    { keys: 'd, D', does: 'Next, previous divergence' },
    { keys: 'v', does: 'Next gold sequence' },
    { keys: 'u', does: 'Gold beside the steps, or inside them' },
    { keys: 'o', does: 'Unfold or fold the observation' },
    { keys: 'O', does: 'Unfold or fold all of them' },
    { keys: '[, ]', does: 'Previous, next trajectory of the list' },
  ],
}

const lines = (selector = '[data-line]') => [...document.querySelectorAll<HTMLElement>(selector)]

/** The first line the window shows, where the keys begin. */
function firstInView(): HTMLElement | undefined {
  return lines().find((line) => line.getBoundingClientRect().bottom > 120)
}

function walk(by: 1 | -1): void {
  const all = lines()
  const here = currentLine()
  goToLine(here === null ? firstInView() : all[Math.min(all.length - 1, Math.max(0, all.indexOf(here) + by))])
}

/** The next line of a kind from the current one on; at the end it begins again. */
function seek(selector: string, by: 1 | -1): void {
  const found = by === 1 ? lines(selector) : lines(selector).reverse()
  const here = currentLine()
  const beyond = by === 1 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING
  const next = here && found.find((line) => (here.compareDocumentPosition(line) & beyond) !== 0)
  goToLine(next ?? found[0])
}

function toggleFolds(within: ParentNode | null): void {
  const folds = [...(within?.querySelectorAll<HTMLDetailsElement>('details[data-fold]') ?? [])]
  const open = folds.some((fold) => !fold.open)
  for (const fold of folds) fold.open = open
}

/** Follows the link that a key stands for, where the page has one. */
function press(key: string): void {
  document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.click()
}

/** The step that the address names, and its line where it is on the page. */
function namedStep(): { step: number; line: HTMLElement | null } | null {
  const step = Number(/^#step-(\d+)$/.exec(location.hash)?.[1])
  return step > 0 ? { step, line: document.getElementById(`step-${step}`) } : null
}

/** The keys of the reader. They yield to fields and to whatever is open above the page. */
export function ReaderKeys({
  previous,
  next,
  stepCount,
}: {
  previous: Route | null
  next: Route | null
  /** Of the whole episode: a link to a step on another part of it leads there. */
  stepCount: number
}) {
  const router = useRouter()
  useShortcuts(keys)
  useEffect(() => {
    const named = namedStep()
    if (named?.line) return goToLine(named.line)
    if (named === null || named.step > stepCount) return
    const address = new URL(location.href)
    address.searchParams.set('from', String(named.step))
    location.replace(address)
  }, [stepCount])
  const options = { ignoreEventWhen: somethingIsOpen }
  const byKey = { ...options, useKey: true }
  useHotkeys('j', () => walk(1), options)
  useHotkeys('k', () => walk(-1), options)
  useHotkeys('g>g', () => goToLine(lines().at(0)), options)
  useHotkeys('shift+g', () => goToLine(lines().at(-1)), options)
  useHotkeys('d', () => seek('[data-divergence]', 1), options)
  useHotkeys('shift+d', () => seek('[data-divergence]', -1), options)
  useHotkeys('v, u', (event) => press(event.key), options)
  useHotkeys('o', () => toggleFolds(currentLine() ?? firstInView() ?? null), options)
  useHotkeys('shift+o', () => toggleFolds(document), options)
  useHotkeys('[', () => previous && router.push(previous), byKey)
  useHotkeys(']', () => next && router.push(next), byKey)
  return null
}
