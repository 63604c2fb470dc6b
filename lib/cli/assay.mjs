// The way in from a bare checkout: plain Node, no dependencies. It makes the checkout able to run, then hands over to
// main.ts. Whatever it says goes to standard error; standard output belongs to the command's answer.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Assay needs Node 20.19 or newer; this is ${process.version} (${process.execPath}).\n`)
  process.exit(1)
}

const { settle, prepare, hand } = await import('./bootstrap.mjs')
try {
  settle()
  await prepare()
  process.exitCode = await hand(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
