import { emptyNetwork, type Network, push, withArcs } from '@/lib/planner/flow/network'

/** The part of a network on some jobs and intervals, with its flow; windows are ranges again once the rest is cut out. */
export function subNetwork(network: Network, keepJob: Int32Array, keepInterval: Int32Array): Network {
  const place = new Int32Array(network.intervals + 1)
  for (let i = 0, k = 0; i <= network.intervals; i++) {
    place[i] = k
    if (keepInterval[k] === i) k++
  }
  const sub = emptyNetwork(
    keepJob.length,
    Float64Array.from(keepInterval, (i) => network.hours[i]!),
  )
  keepInterval.forEach((i, k) => {
    sub.roomKwh[k] = network.roomKwh[i]!
  })
  keepJob.forEach((v, j) => {
    sub.first[j] = place[network.first[v]!]!
    sub.end[j] = place[network.end[v]!]!
    sub.powerKw[j] = network.powerKw[v]!
    sub.needKwh[j] = network.needKwh[v]!
  })
  withArcs(sub)
  sub.tinyKwh = network.tinyKwh
  keepJob.forEach((v, j) => {
    for (let k = sub.first[j]!; k < sub.end[j]!; k++) {
      const kwh = network.flowKwh[network.arc[v]! + keepInterval[k]!]!
      if (kwh > 0) push(sub, j, k, kwh)
    }
  })
  return sub
}

/** The same network with time running backwards. */
export function reversed(network: Network): Network {
  const { jobs, intervals } = network
  const mirror = emptyNetwork(jobs, network.hours.toReversed())
  mirror.roomKwh.set(network.roomKwh.toReversed())
  mirror.powerKw.set(network.powerKw)
  mirror.needKwh.set(network.needKwh)
  mirror.tinyKwh = network.tinyKwh
  for (let v = 0; v < jobs; v++) {
    mirror.first[v] = intervals - network.end[v]!
    mirror.end[v] = intervals - network.first[v]!
  }
  withArcs(mirror)
  for (let v = 0; v < jobs; v++) {
    for (let i = network.first[v]!; i < network.end[v]!; i++) {
      const kwh = network.flowKwh[network.arc[v]! + i]!
      if (kwh > 0) push(mirror, v, intervals - 1 - i, kwh)
    }
  }
  return mirror
}
