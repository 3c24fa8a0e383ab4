import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'

/** Why a server could not listen, as a sentence that says what to do. */
export function listenFailure(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
    EACCES: `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`,
    EADDRNOTAVAIL: `HOST=${host} is no address of this machine. Use 127.0.0.1 (this machine only) or 0.0.0.0 (everybody).`,
    ENOTFOUND: `HOST=${host} is no known name. Use 127.0.0.1 (this machine only) or 0.0.0.0 (everybody).`,
  }
  return new Error(sentences[error.code ?? ''] ?? `Cannot listen on ${host}:${port}: ${error.message}`)
}

/**
 * Makes sure that the address can be listened on, so that a mistake shows before the long steps of a start.
 * @param port 0: any free one
 * @returns the port's number
 * @throws with a sentence when it is taken or not allowed
 */
export function findPort(host: string, port: number): Promise<number> {
  return new Promise((fulfil, reject) => {
    const trial = createServer()
    trial.once('error', (error) => reject(listenFailure(error, host, port)))
    trial.listen(port, host, () => {
      const found = (trial.address() as AddressInfo).port
      trial.close(() => fulfil(found))
    })
  })
}
