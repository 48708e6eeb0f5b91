// Preloaded into a process (`node --import`), it makes the native module of `cld` look as if it had not been compiled.
import { registerHooks } from 'node:module'

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier.endsWith('cld.node')) throw new Error('cld was not compiled')
    return nextResolve(specifier, context)
  },
})
