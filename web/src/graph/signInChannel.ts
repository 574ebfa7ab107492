/** Where tabs of one browser tell each other that somebody has signed in. */
export const signInChannel = 'guildhall.sign-in';
