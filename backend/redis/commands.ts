import type { Redis, Result } from 'ioredis'
import { placesScript } from './placesScript.ts'
import { slotsScript } from './slotsScript.ts'

/** The names under which our scripts are known on a connection (see the scripts for what goes in). */
declare module 'ioredis' {
  interface RedisCommander<Context> {
    plrSlots(...keysAndArguments: (string | number)[]): Result<unknown, Context>
    plrPlaces(key: string, places: number, leaseMs: number, lease: string): Result<unknown, Context>
  }
}

/** Makes our scripts commands of this connection. */
export function defineCommands(redis: Redis): void {
  redis.defineCommand('plrSlots', { numberOfKeys: 5, lua: slotsScript })
  redis.defineCommand('plrPlaces', { numberOfKeys: 1, lua: placesScript })
}
