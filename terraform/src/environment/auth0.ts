/** Where Auth0 answers the steps of signing in; its issuer ends in a slash. */
export function auth0(issuer: string) {
  return {
    authorization: `${issuer}authorize`,
    token: `${issuer}oauth/token`,
    userInfo: `${issuer}userinfo`,
  };
}
