-- Points of a draft that were written with more than two digits had become 0, and such a draft could not be opened.
update contest_behaviour set points = 0.01 where points <= 0;
