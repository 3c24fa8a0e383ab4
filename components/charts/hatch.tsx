type HatchProps = { id: string; color: string }

/** The fill of what is planned: the colour of what is measured, hatched. */
export function Hatch({ id, color }: HatchProps) {
  return (
    <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(35)">
      <rect width={6} height={6} fill={color} fillOpacity={0.28} />
      <rect width={2} height={6} fill={color} fillOpacity={0.85} />
    </pattern>
  )
}
