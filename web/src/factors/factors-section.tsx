import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Factors, recoveryCodeCount } from '#domain/factors/factor.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { Moment } from '#web/platform/moment.tsx';
import { Inset, Row, Rows, Section } from '#web/platform/section.tsx';
import { toast } from '#web/platform/toast.tsx';
import { factorsQuery } from './factor-queries.ts';
import { PasskeyRow } from './passkey-row.tsx';
import { RemoveTotpButton } from './remove-buttons.tsx';
import { useEnrolment } from './use-enrolment.tsx';
import { knowsPasskeys } from './knows-passkeys.ts';

/** What an account asks for beside the password: for the profile. */
export function FactorsSection() {
  const { data, error, refetch } = useQuery(factorsQuery);
  return (
    <Section title="Two-step sign-in">
      {data ? (
        <FactorRows factors={data} />
      ) : error ? (
        <Inset>
          <Failed error={error} retry={() => void refetch()} />
        </Inset>
      ) : (
        <Loading rows={3} />
      )}
    </Section>
  );
}

function FactorRows({ factors: { totp, passkeys, recoveryCodesLeft } }: { factors: Factors }) {
  const enrolment = useEnrolment(() => toast('Two-step sign-in was changed'));
  const hasFactor = totp !== null || passkeys.length > 0;
  return (
    <>
      <Rows label="Second steps">
        <Row
          name="Authenticator app"
          sub={
            totp ? (
              <span>
                On since <Moment at={totp.since} />
              </span>
            ) : (
              'Not set up'
            )
          }
        >
          {totp ? (
            <RemoveTotpButton />
          ) : (
            <Button size="xs" loading={enrolment.totp.isPending} onClick={() => enrolment.totp.mutate()}>
              Set up
            </Button>
          )}
        </Row>
        {passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} />
        ))}
        <Row name="Passkeys" sub="Sign in with your finger, your face or a PIN, without a password">
          <Button
            size="xs"
            disabled={!knowsPasskeys()}
            loading={enrolment.passkey.isPending}
            onClick={() => enrolment.passkey.mutate()}
          >
            Add a passkey
          </Button>
        </Row>
        {hasFactor && (
          <Row name="Recovery codes" sub={`${recoveryCodesLeft} of ${recoveryCodeCount} left`}>
            <Button size="xs" loading={enrolment.codes.isPending} onClick={() => enrolment.codes.mutate()}>
              New codes
            </Button>
          </Row>
        )}
      </Rows>
      <Modal
        opened={enrolment.face !== null}
        onClose={enrolment.close}
        title={enrolment.face?.title}
        closeButtonProps={{ 'aria-label': 'Close' }}
        // A click beside it must not lose codes that are shown only once.
        closeOnClickOutside={false}
      >
        {enrolment.face?.content}
      </Modal>
    </>
  );
}
