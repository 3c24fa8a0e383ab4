'use client'

import { useQuery } from '@tanstack/react-query'
import { locationsQuery, sessionQuery } from '@/app/(depot)/_data/queries'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { AuditSettings } from '@/app/(depot)/settings/audit-settings'
import { DepotSettings } from '@/app/(depot)/settings/depot-settings'
import { StaffSettings } from '@/app/(depot)/settings/staff-settings'
import { StationSettings } from '@/app/(depot)/settings/station-settings'
import { TokenSettings } from '@/app/(depot)/settings/token-settings'
import { useText } from '@/components/messages/use-text'
import { Banner } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/panel'
import { SkeletonRows } from '@/components/ui/skeleton'
import { Tabs } from '@/components/ui/tabs'
import { mayLeave } from '@/components/ui/unsaved'

const TABS = ['depot', 'stations', 'api', 'staff', 'audit'] as const

/** Depots, API access, staff and who changed what. It also works while there is no depot: the first one is made here. */
export function SettingsScreen() {
  const text = useText()
  const { get, set } = useUrlState()
  const session = useQuery(sessionQuery)
  const locations = useQuery(locationsQuery)
  const tab = TABS.find((one) => one === get('tab')) ?? 'depot'
  if (!session.data || !locations.data) return <SkeletonRows label={text('app.loading')} />
  const mayChange = session.data.role === 'admin'
  const location = locations.data.find(({ id }) => id === get('depot')) ?? locations.data[0]
  const depot = <DepotSettings location={location} mayChange={mayChange} />
  return (
    <div className="max-w-4xl">
      <PageHeader title={text('settings.title')} />
      {mayChange ? (
        <Tabs
          label={text('settings.tabs')}
          value={tab}
          onValueChange={(next) => mayLeave() && set({ tab: next === 'depot' ? null : next })}
          tabs={[
            { value: 'depot', label: text('settings.depot'), content: depot },
            {
              value: 'stations',
              label: text('settings.stations'),
              content: location ? <StationSettings location={location} /> : depot,
            },
            {
              value: 'api',
              label: text('settings.api'),
              content: <TokenSettings locations={locations.data} zone={location?.timeZone ?? 'UTC'} />,
            },
            {
              value: 'staff',
              label: text('settings.staff'),
              content: <StaffSettings locations={locations.data} me={session.data.id} />,
            },
            {
              value: 'audit',
              label: text('settings.audit'),
              content: <AuditSettings locations={locations.data} zone={location?.timeZone ?? 'UTC'} />,
            },
          ]}
        />
      ) : (
        <>
          <Banner className="mb-6">{text('settings.onlyAdmin')}</Banner>
          {depot}
        </>
      )}
    </div>
  )
}
