import type { Figures } from './figures'
import type { ContaminationResult } from './result'

const columns = [
  'Task',
  'Examples',
  'Too short',
  'Testable',
  'Dirty of testable',
  'Whole text verbatim',
  'Rate',
  'Token-weighted',
  'Clean',
  'Dirty',
] as const

const percent = (share: number | null) => (share === null ? '–' : `${(100 * share).toFixed(2)} %`)

function cells(name: string, row: Figures): string[] {
  const { examples, tooShort, testable, dirty, dirtyOfTestable, verbatim, rate, tokenWeightedRate, clean } = row
  return [
    name,
    String(examples),
    String(tooShort),
    String(testable),
    dirtyOfTestable === null ? '–' : `${dirty} of ${testable} (${percent(dirtyOfTestable)})`,
    String(verbatim),
    percent(rate),
    percent(tokenWeightedRate),
    String(clean),
    String(dirty),
  ]
}

function rowsOf({ tasks, total }: ContaminationResult): string[][] {
  return [...tasks.map((task) => cells(task.task, task)), cells('Total', total)]
}

function caption({ parameters, total }: ContaminationResult): string {
  const { n, skip, tokenizer, boundaries, field } = parameters
  const rule = `n-grams of ${n} tokens (longer than ${n - 1}), skip budget ${skip}, ${tokenizer.identity}`
  const text = `within one ${boundaries}, ${field === null ? 'all text' : `field ${field}`}`
  return `${rule}, ${text}. Mean of the tasks' rates ${percent(total.taskMeanRate)}.`
}

/** The table of a report in Markdown, led by what the rate hides. */
export function tableMarkdown(result: ContaminationResult): string {
  const line = (row: readonly string[]) => `| ${row.map((cell) => cell.replace(/[\\|]/g, '\\$&')).join(' | ')} |`
  const rule = `|${columns.map((_, at) => (at === 0 ? ' --- ' : ' ---: ')).join('|')}|`
  return [line(columns), rule, ...rowsOf(result).map(line), '', caption(result)].join('\n')
}

/** The table of a report in LaTeX, for `booktabs`. */
export function tableLatex(result: ContaminationResult): string {
  const line = (row: readonly string[]) => `${row.map(escaped).join(' & ')} \\\\`
  const rows = rowsOf(result).map(line)
  return [
    `\\begin{tabular}{l${'r'.repeat(columns.length - 1)}}`,
    '\\toprule',
    line(columns),
    '\\midrule',
    ...rows.slice(0, -1),
    '\\midrule',
    ...rows.slice(-1),
    '\\bottomrule',
    '\\end{tabular}',
    `% ${caption(result)}`,
  ].join('\n')
}

function escaped(cell: string): string {
  const named: Record<string, string> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
    '–': '--',
  }
  return cell.replace(/[\\~^–&%$#_{}]/g, (sign) => named[sign] ?? `\\${sign}`)
}
