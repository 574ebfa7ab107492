-- Going down loses nothing; who could organize a workshop is no longer listed.
drop view organizer_candidate;
