// Builds the look and refuses a result that carries the Crown's marks. Usage: npm ci && npm run build
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { compile } from 'sass'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..')
const vendor = join(root, 'cairn', 'static', 'vendor')
const images = join(vendor, 'images')
const modules = join(here, 'node_modules')
const icons = [
  'icon-close-cross-black.svg',
  'icon-document.svg',
  'icon-tag-remove-cross.svg',
  'icon-tag-remove-cross-white.svg',
  'icon-toggle-plus-minus.svg'
]
const notice =
  'Built by ops/look from govuk-frontend 6.6.0 (MIT) and ' +
  '@ministryofjustice/frontend 11.1.0 (MIT). Licences: ops/look/README.md. Do not edit.'

function style () {
  const { css } = compile(join(here, 'app.scss'), { style: 'compressed', loadPaths: [here], quietDeps: true, charset: false })
  const forbidden = css.match(/crest|crown|logotype|@font-face|transport|data:/gi)
  if (forbidden) throw new Error(`The style sheet carries ${[...new Set(forbidden)].join(', ')}.`)
  writeFileSync(join(vendor, 'cairn.css'), `/* ${notice} */\n${css}\n`)
}

async function script () {
  await build({
    entryPoints: [join(here, 'app.js')],
    outfile: join(vendor, 'cairn.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    legalComments: 'none',
    banner: { js: `/* ${notice} */` }
  })
}

function copies () {
  mkdirSync(images, { recursive: true })
  for (const icon of icons) {
    copyFileSync(join(modules, '@ministryofjustice', 'frontend', 'moj', 'assets', 'images', icon), join(images, icon))
  }
  mkdirSync(join(root, 'tests', 'vendor'), { recursive: true })
  copyFileSync(join(modules, 'axe-core', 'axe.min.js'), join(root, 'tests', 'vendor', 'axe.min.js'))
  const licence = readFileSync(join(modules, 'axe-core', 'LICENSE'), 'utf8')
  writeFileSync(join(root, 'tests', 'vendor', 'axe-LICENCE.txt'), licence)
}

mkdirSync(vendor, { recursive: true })
copies()
style()
await script()
