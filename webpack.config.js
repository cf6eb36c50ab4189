import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Minimizer from 'minimizer-webpack-plugin'

const root = dirname(fileURLToPath(import.meta.url))

/**
 * The pane's bundles. The HTML pages are not webpack's: the backend fills in a nonce and the address
 * of office.js for each response, so entries keep stable names and only split chunks carry a hash.
 * @param {Record<string, unknown>} _env
 * @param {{ mode?: string }} argv
 */
export default (_env, argv) => {
  const production = argv.mode !== 'development'
  return {
    name: 'pane',
    mode: production ? 'production' : 'development',
    target: ['web', 'es2022'],
    devtool: production ? false : 'inline-source-map',
    entry: {
      taskpane: './src/taskpane/index.tsx',
      redirect: './src/api/signin/redirect.ts',
      dialog: './src/api/signin/dialog.ts',
      relay: './src/api/signin/relay.ts',
      conformance: './src/office/conformance/page.ts',
    },
    output: {
      path: join(root, 'dist/pane/assets'),
      publicPath: '/assets/',
      filename: '[name].js',
      chunkFilename: '[name].[contenthash:10].js',
      clean: true,
    },
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
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
    optimization: {
      splitChunks: { chunks: 'async' },
      // swc takes a third of terser's time, and is here anyway.
      minimizer: [new Minimizer({ minify: Minimizer.swcMinify, extractComments: true })],
    },
    performance: { hints: false },
    cache: { type: 'filesystem', cacheDirectory: join(root, '.cache/webpack') },
  }
}
