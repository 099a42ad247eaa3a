-- the log says that a card came in or was corrected; recommendations and scores stand on the card alone
update audit_entry set before_text = null, after_text = null where subject_type = 'Scorecard' and action in ('SUBMIT', 'CORRECT');
