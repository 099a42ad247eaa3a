package org.headcoach.hiring;

import java.sql.SQLException;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.headcoach.shared.SearchWords;

/** Writes the words of the candidates who were there before words were kept. Whoever comes later brings them along. */
public class V047__Words_of_candidates extends BaseJavaMigration {

	private static final int AT_ONCE = 1_000;

	@Override
	public void migrate(Context context) throws SQLException {
		var connection = context.getConnection();
		try (var read = connection.createStatement(); var write = connection.prepareStatement("insert into candidate_word (candidate_id, word_key) values (?, ?)")) {
			read.setFetchSize(AT_ONCE);
			try (var rows = read.executeQuery("select id, name, email from candidate where erased_at is null order by id")) {
				int waiting = 0;
				while (rows.next()) {
					for (var key : SearchWords.keys(rows.getString(2), rows.getString(3))) {
						write.setLong(1, rows.getLong(1));
						write.setString(2, key);
						write.addBatch();
						waiting++;
					}
					if (waiting >= AT_ONCE) {
						write.executeBatch();
						waiting = 0;
					}
				}
				if (waiting > 0) {
					write.executeBatch();
				}
			}
		}
	}
}
