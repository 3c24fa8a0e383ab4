import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { identify, isRunning, ownIdentity } from '@/lib/db/embedded/process-identity'

describe('isRunning', () => {
  it('knows the process that asks', () => {
    expect(isRunning(ownIdentity())).toBe(true)
  })

  it('ends with the process', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
    await once(child, 'spawn')
    const identity = identify(child.pid as number)
    expect(identity && isRunning(identity)).toBe(true)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(identity && isRunning(identity)).toBe(false)
  })

  it('is not fooled when the pid belongs to another process by now', () => {
    expect(isRunning({ pid: process.pid, birth: 'some-boot:1' })).toBe(false)
  })

  it.each([0, -1, 1.5, Number.NaN])('finds no process under pid %s', (pid) => {
    expect(identify(pid)).toBeNull()
  })
})
