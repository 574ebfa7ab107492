import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { LoginClaims } from './readLoginClaims.ts';

const style = `
:root { color-scheme: light dark; --paper: #fff; --ground: #f6f7f5; --ink: #1a1d1a; --ink-2: #555b54; --control: #80867c;
  --accent: #2b5aa8; --danger: #b3261e; --danger-soft: #fce9e7; }
@media (prefers-color-scheme: dark) { :root { --paper: #191c1a; --ground: #121412; --ink: #e8ebe8; --ink-2: #a7afa9;
  --control: #7d857f; --accent: #8fb8f5; --danger: #ff9b92; --danger-soft: #3d1a17; } }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/24px system-ui, sans-serif; }
main { max-width: 26rem; margin: 8vh auto; padding: 24px; background: var(--paper); border-radius: 8px; }
h1 { font-size: 20px; line-height: 28px; margin: 0 0 16px; } h2 { font-size: 16px; margin: 24px 0 8px; }
p { margin: 0 0 16px; color: var(--ink-2); }
button, input, textarea { font: inherit; box-sizing: border-box; width: 100%; min-height: 44px; padding: 8px 12px; margin: 0 0 8px;
  color: var(--ink); background: var(--paper); border: 1px solid var(--control); border-radius: 6px; text-align: start; }
button { cursor: pointer; } button small { display: block; color: var(--ink-2); }
button:hover { border-color: var(--accent); } :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
textarea { min-height: 12em; font: 13px/20px ui-monospace, monospace; word-break: break-all; } a { color: var(--accent); }
label { display: block; margin-bottom: 4px; }
[role=alert] { color: var(--danger); background: var(--danger-soft); border-radius: 6px; padding: 8px 12px; }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/**
 * The Content-Security-Policy of these pages: no script, their own style, and forms that end at the provider or,
 * after its redirect, at the client.
 */
export function securityPolicy(clientOrigin?: string): string {
  const formTargets = ["'self'", ...(clientOrigin ? [clientOrigin] : [])].join(' ');
  return `default-src 'none'; style-src 'sha256-${styleHash}'; form-action ${formTargets}; base-uri 'none'; frame-ancestors 'none'`;
}

/** Makes text safe between tags and in quoted attributes. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} · Guildhall</title><style>${style}</style></head>
<body><main><h1>${escape(title)}</h1>${content}</main></body>
</html>`;
}

const alert = (problem?: string) => (problem ? `<p role="alert">${escape(problem)}</p>` : '');

/** The page where one chooses whom to sign in as. */
export function signInPage({
  accounts,
  subject = '',
  problem,
}: {
  accounts: Readonly<Record<string, { subject: string; name: string }>>;
  /** What stands in the field. */
  subject?: string;
  problem?: string;
}): string {
  const buttons = Object.entries(accounts).map(
    ([persona, account]) =>
      `<button name="subject" value="${escape(account.subject)}">${escape(account.name)}<small>${escape(persona)}</small></button>`,
  );
  return page(
    'Sign in',
    `${alert(problem)}<p>This is the local identity provider: no password is asked for.</p>
<form method="post">${buttons.join('')}</form>
<h2>Someone else</h2>
<form method="post"><label for="subject">Subject</label>
<input id="subject" name="subject" value="${escape(subject)}" required maxlength="200" autocomplete="off" spellcheck="false">
<button>Sign in</button></form>`,
  );
}

/** The page where a person with several memberships chooses the one to act in. */
export function membershipPage({
  memberships,
  problem,
}: {
  memberships: readonly LoginClaims[];
  problem?: string;
}): string {
  const buttons = memberships.map(
    ({ membershipId, organisationId, organisationName, role }) =>
      `<button name="membership" value="${escape(membershipId)}" data-organisation="${escape(organisationId)}">${escape(organisationName)}<small>${escape(role)}</small></button>`,
  );
  return page(
    'Choose an organisation',
    `${alert(problem)}<p>${escape(memberships[0]?.personName ?? '')}, for whom do you act?</p><form method="post">${buttons.join('')}</form>`,
  );
}

/** The page that asks whether to sign out. */
export function signOutPage(form: string): string {
  return page(
    'Sign out',
    `<p>Do you want to sign out of the local identity provider?</p>${form}<button form="op.logoutForm" name="logout" value="yes">Sign out</button>`,
  );
}

/** The page that shows a token to the person it was issued for. */
export function tokenPage({ token, role, scopes }: { token: string; role: string; scopes: string }): string {
  return page(
    'Signed in',
    `<p>You act as ${escape(role)} and may use ${escape(scopes)}.</p>
<label for="token">Access token, good for ten minutes</label><textarea id="token" readonly>${escape(token)}</textarea>
<p>Send it to the graph as <code>Authorization: Bearer</code>. <a href="/">Sign in as someone else</a></p>`,
  );
}

/** Sends one of these pages. */
export function sendPage(
  response: ServerResponse,
  status: number,
  html: string,
  clientOrigin?: string,
): void {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': securityPolicy(clientOrigin),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .end(html);
}

/** A page with one sentence. */
export function messagePage(title: string, sentence: string): string {
  return page(title, `<p>${escape(sentence)}</p>`);
}
