/** How the environment of a task says that it refused an action. */
const refusals: Readonly<Record<string, RegExp>> = {
  alfworld: /^Nothing happen/,
  dbbench: /^(?:\d{4} \([0-9A-Z]{5}\): |Commands out of sync|Error\b|.{0,40}\bYou have an error in your SQL syntax)/,
  webshop: /^(?:Observation:\s*)?(?:Invalid action|Invalid Action|Action not available)/,
  kg: /^(?:Observation:\s*)?(?:Error|Invalid|.{0,60} cannot be executed)/,
  'tau-airline': /^Error/,
  'tau-retail': /^Error/,
}

/** Whether an observation says that the action was refused; null where the task has no known way to say so. */
export function refusedBy(task: string): (observation: string) => boolean | null {
  const pattern = refusals[task]
  return (observation) => (pattern === undefined ? null : pattern.test(observation))
}
