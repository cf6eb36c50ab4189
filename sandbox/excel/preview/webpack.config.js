import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import webpack from 'webpack'

const here = import.meta.dirname
const root = join(here, '../../..')
const require = createRequire(import.meta.url)
const glide = dirname(dirname(require.resolve('@glideapps/glide-data-grid')))

/** The grid's styles: its package has one file for each part, and one that imports them all. */
function gridStyles() {
  const imports = readFileSync(join(glide, 'index.css'), 'utf8').matchAll(/@import "(.+?)"/g)
  return [...imports].map(([, path]) => readFileSync(join(glide, path), 'utf8')).join('\n')
}

/** The page and its styles go out as they are. */
const pages = {
  'preview.html': () => readFileSync(join(here, 'preview.html'), 'utf8'),
  'preview.css': () => readFileSync(join(here, 'preview.css'), 'utf8'),
  'grid.css': gridStyles,
}

const copyPages = {
  /** @param {import('webpack').Compiler} compiler */
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('copy-pages', (compilation) => {
      compilation.hooks.processAssets.tap('copy-pages', () => {
        for (const [name, read] of Object.entries(pages)) {
          compilation.emitAsset(name, new webpack.sources.RawSource(read()))
        }
        compilation.fileDependencies.add(join(here, 'preview.html'))
        compilation.fileDependencies.add(join(here, 'preview.css'))
      })
    })
  },
}

/** The workbook preview: one page, served under `/preview/`. */
export default {
  name: 'preview',
  context: root,
  mode: 'production',
  devtool: false,
  // Served from this machine alone: making it small would take longer than sending it.
  optimization: { minimize: false },
  entry: { preview: join(here, 'index.tsx') },
  output: {
    path: join(root, '.cache/preview'),
    filename: '[name].js',
    chunkFilename: '[name].js',
    publicPath: '/preview/',
    clean: true,
  },
  resolve: { extensions: ['.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        use: {
          loader: 'swc-loader',
          options: {
            jsc: {
              target: 'es2022',
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
      },
    ],
  },
  performance: { hints: false },
  plugins: [copyPages],
}
