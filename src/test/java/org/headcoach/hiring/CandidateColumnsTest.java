package org.headcoach.hiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

import org.headcoach.hiring.CandidateImportService.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The columns that other systems write are known by their names. */
class CandidateColumnsTest {

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', value = {
			"Greenhouse | Candidate ID;First Name;Last Name;Company;Title;Phone;Email;LinkedIn URL;Source;Current Stage;Application Date | NUMBER FIRST LAST HEADLINE PHONE EMAIL LINK SOURCE STAGE APPLIED",
			"Greenhouse, applications | Application ID;Candidate Name;Email Addresses;Phone Numbers;Source Name;Stage Name;Applied At | NUMBER NAME EMAIL PHONE SOURCE STAGE APPLIED",
			"Lever | Opportunity ID;Candidate Name;Emails;Phones;Origin;Current Stage;Headline;Links;Created At | NUMBER NAME EMAIL PHONE SOURCE STAGE HEADLINE LINK APPLIED",
			"German | Vollname;E-Mail-Adresse;Telefon;Quelle;Phase;Bewerbungsdatum | NAME EMAIL PHONE SOURCE STAGE APPLIED",
			"German, two names | Vorname;Nachname;E-Mail;Herkunft | FIRST LAST EMAIL SOURCE",
			"Workable | ID;Name;Email;Phone;Headline;Stage;Source;Profile URL;Created at | NUMBER NAME EMAIL PHONE HEADLINE STAGE SOURCE LINK APPLIED"})
	void knowsTheColumnsOf(String system, String columns, String fields) {
		var found = CandidateImportService.columns(List.of(columns.strip().split(";")));
		assertEquals(EnumSet.copyOf(Arrays.stream(fields.strip().split(" ")).map(Field::valueOf).toList()), EnumSet.copyOf(found.keySet()), system);
	}
}
