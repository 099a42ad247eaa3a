package org.headcoach.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.headcoach.people.Salesperson;
import org.headcoach.pipeline.Imports.BatchRow;
import org.headcoach.pipeline.Imports.Shown;
import org.headcoach.pipeline.SoldDeals.SoldDeal;
import org.headcoach.pipeline.engine.ImportKind;
import org.headcoach.shared.BusinessException;
import org.junit.jupiter.api.Test;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Margin, units, probability, invoices and shares on their way to pay, and whom an import names as touched. */
class DealsForPayIT extends ImportingFiles {

	private static final String FOR_PAY = "Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Create Date,Gross Margin,Quantity,Deal probability\n";
	private static final String SPLITS = "Opportunity ID,Split Owner,Split (%),Split Type\n";
	private static final String PAYMENTS = "Payment ID,Deal ID,Invoice Date,Paid on,Amount,Months covered\n";

	/** Remembers what imports tell. */
	@ApplicationScoped
	public static class Listener {

		private final Map<Long, DataImported> heard = new ConcurrentHashMap<>();

		void hear(@Observes DataImported event) {
			heard.put(event.batchId(), event);
		}

		public DataImported of(Long batchId) {
			return heard.get(batchId);
		}

		public void forget(Long batchId) {
			heard.remove(batchId);
		}
	}

	@Inject
	private Listener listener;

	@Inject
	private SoldDeals deals;

	private String won(String id, Salesperson owner) {
		return id + ",Arden,Closed Won,2026-10-20," + owner.email() + ",1200.50,2026-09-01,420.25,12,\n";
	}

	private String open(String id, Salesperson owner) {
		return id + ",Brook,Contract Sent,2026-12-20," + owner.email() + ",600,2026-09-02,-30,2.5,60\n";
	}

	private SoldDeal sold(Salesperson person) {
		return deals.won(List.of(person.id()), LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)).get(0);
	}

	private List<String> splits() {
		return select("select deal_external_id || ' ' || owner_id || ' ' || cast(cast(share as integer) as varchar(9)) || case when overlay then ' overlay' else '' end"
				+ " from deal_split where source_id = :source order by deal_external_id, overlay, owner_id");
	}

	private String split(String deal, Salesperson owner, int share) {
		return deal + " " + owner.id() + " " + share;
	}

	private static Set<Long> both(Salesperson one, Salesperson other) {
		return Set.of(one.id(), other.id());
	}

	private Set<Long> toldByTheUndoOf(BatchRow batch) {
		listener.forget(batch.id());
		undo(batch);
		return listener.of(batch.id()).personIds();
	}

	@Test
	void whatPayNeedsOfADealIsTakenInChangedAndTakenBack() {
		counts("IMPORTED new 2 changed 0 same 0 waiting 0 rejected 0", importing(ImportKind.DEALS, FOR_PAY + won("1", amira) + open("2", amira)));
		var deal = sold(amira);
		assertEquals("420.25 12 null", deal.margin() + " " + deal.units() + " " + deal.probability());
		var hoped = deals.open(List.of(amira.id())).get(0);
		assertEquals("-30 2.5 60", hoped.margin() + " " + hoped.units() + " " + hoped.probability());
		var change = importing(ImportKind.DEALS, FOR_PAY + won("1", amira).replace("420.25,12", "400,11") + open("2", amira));
		counts("IMPORTED new 0 changed 1 same 1 waiting 0 rejected 0", change);
		assertEquals(new BigDecimal("400"), sold(amira).margin());
		undo(change);
		assertEquals(deal, sold(amira));
		counts("READY new 0 changed 0 same 2 waiting 0 rejected 0", checking(ImportKind.DEALS, FOR_PAY + won("1", amira) + open("2", amira)));
	}

	@Test
	void aDealThatIsWonIsNoLongerProbable() {
		importing(ImportKind.DEALS, FOR_PAY + open("1", amira));
		importing(ImportKind.DEALS, DEALS + "1,Brook,Closed Won,2026-10-20," + amira.email() + ",600,2026-09-02,50\n");
		assertEquals("null 2.5", sold(amira).probability() + " " + sold(amira).units());
	}

	@Test
	void theDayOfAnInvoiceIsTakenInChangedAndTakenBack() {
		importing(ImportKind.DEALS, FOR_PAY + won("1", amira));
		importing(ImportKind.PAYMENTS, PAYMENTS + "P1,1,2026-10-21,2026-10-30,1200.50,12\n");
		assertEquals(LocalDate.of(2026, 10, 21), sold(amira).payments().get(0).invoicedOn());
		var change = importing(ImportKind.PAYMENTS, PAYMENTS + "P1,1,2026-10-22,2026-10-30,1200.50,12\n");
		counts("IMPORTED new 0 changed 1 same 0 waiting 0 rejected 0", change);
		assertEquals(LocalDate.of(2026, 10, 22), sold(amira).payments().get(0).invoicedOn());
		undo(change);
		assertEquals(LocalDate.of(2026, 10, 21), sold(amira).payments().get(0).invoicedOn());
	}

	@Test
	void splitsAreTakenInChangedAndTakenBackAndImportedAgainTheyAreTheSame() {
		importing(ImportKind.DEALS, FOR_PAY + won("1", amira));
		var text = SPLITS + "1," + amira.email() + ",60,Revenue\n1," + kofi.email() + ",40,Revenue\n1," + kofi.email() + ",100,Overlay\n";
		counts("IMPORTED new 3 changed 0 same 0 waiting 0 rejected 0", importing(ImportKind.DEAL_SPLITS, text));
		var before = List.of(split("1", amira, 60), split("1", kofi, 40), split("1", kofi, 100) + " overlay");
		assertEquals(before, splits());
		assertEquals(sold(amira), sold(kofi));
		assertEquals(3, sold(kofi).splits().size());
		counts("IMPORTED new 0 changed 0 same 3 waiting 0 rejected 0", importing(ImportKind.DEAL_SPLITS, text + "\n"));
		var preview = checking(ImportKind.DEAL_SPLITS, text.replace(",60,", ",70,").replace(",40,", ",30,"));
		counts("READY new 0 changed 2 same 1 waiting 0 rejected 0", preview);
		assertEquals(List.of("share 60 > 70", "share 40 > 30"), asAdministrator(() -> imports.staged(preview.id(), Shown.CHANGED, 0, 10)).stream()
				.flatMap(row -> row.changes().stream()).map(one -> one.field() + " " + one.before() + " > " + one.after()).toList());
		var change = importing(ImportKind.DEAL_SPLITS, text.replace(",60,", ",70,").replace(",40,", ",30,") + "2," + amira.email() + ",50,Revenue\n");
		assertEquals(List.of(split("1", amira, 70), split("1", kofi, 30), split("1", kofi, 100) + " overlay", split("2", amira, 50)), splits());
		undo(change);
		assertEquals(before, splits());
	}

	@Test
	void thePreviewOfSplitsSaysWhoAndWhatAndThatNoFigureChanges() {
		var batch = checking(ImportKind.DEAL_SPLITS, SPLITS + "1," + amira.email() + ",60,Revenue\n1," + kofi.email() + ",10,Overlay\n");
		assertEquals(List.of(List.of("1", amira.name(), "60", "REVENUE"), List.of("1", kofi.name(), "10", "OVERLAY")),
				asAdministrator(() -> imports.staged(batch.id(), Shown.NEW, 0, 10)).stream().map(row -> row.values().subList(1, 5)).toList());
		assertEquals(0, asAdministrator(() -> imports.page(batch.id())).peopleTouched());
	}

	@Test
	void anUnknownOwnerOfASplitWaitsUntilSomebodySaysWhoItIs() {
		importing(ImportKind.DEALS, FOR_PAY + won("1", amira));
		var text = SPLITS + "1," + amira.email() + ",60,Revenue\n1,Somebody Else,30,Revenue\n1,The Partner,10,Revenue\n";
		var batch = checking(ImportKind.DEAL_SPLITS, text);
		counts("READY new 1 changed 0 same 0 waiting 2 rejected 0", batch);
		asAdministrator(() -> {
			imports.matchOwner(batch.id(), "somebody else", kofi.id());
			imports.matchOwner(batch.id(), "The Partner", null);
			return null;
		});
		counts("IMPORTED new 3 changed 0 same 0 waiting 0 rejected 0", importing(ImportKind.DEAL_SPLITS, text));
		assertEquals(Map.of(amira.id(), "60", kofi.id(), "30", SoldDeals.Split.NOBODY, "10"),
				sold(amira).splits().stream().collect(Collectors.toMap(SoldDeals.Split::personId, one -> one.share().toPlainString())));
	}

	@Test
	void anImportOfDealsNamesTheOldOwnerTheNewOneAndWhoSharesIt() {
		var first = importing(ImportKind.DEALS, FOR_PAY + won("1", amira) + won("2", amira));
		assertEquals(Set.of(amira.id()), listener.of(first.id()).personIds());
		var moved = importing(ImportKind.DEALS, FOR_PAY + won("1", kofi) + won("2", amira));
		assertEquals(both(amira, kofi), listener.of(moved.id()).personIds());
		assertEquals(both(amira, kofi), toldByTheUndoOf(moved));
		importing(ImportKind.DEAL_SPLITS, SPLITS + "2," + kofi.email() + ",50,Revenue\n");
		var changed = importing(ImportKind.DEALS, FOR_PAY + won("2", amira).replace("1200.50", "1300"));
		assertEquals(both(amira, kofi), listener.of(changed.id()).personIds());
	}

	@Test
	void anImportThatChangesNothingNamesNobody() {
		importing(ImportKind.DEALS, FOR_PAY + won("1", amira));
		var again = listener.of(importing(ImportKind.DEALS, FOR_PAY + won("1", amira) + "\n").id());
		assertEquals("[] false", again.personIds() + " " + again.everybody());
	}

	@Test
	void aSplitThatChangesHandsNamesBothAndTheOwnerOfTheDeal() {
		var third = given.aTeamOf(1, LocalDate.of(2025, 1, 1)).rep(0);
		importing(ImportKind.DEALS, FOR_PAY + won("1", amira));
		var numbered = "Split ID," + SPLITS;
		var first = importing(ImportKind.DEAL_SPLITS, numbered + "S1,1," + kofi.email() + ",50,Revenue\n");
		assertEquals(both(amira, kofi), listener.of(first.id()).personIds());
		var moved = importing(ImportKind.DEAL_SPLITS, numbered + "S1,1," + third.email() + ",50,Revenue\n");
		assertEquals(Set.of(amira.id(), kofi.id(), third.id()), listener.of(moved.id()).personIds());
		assertEquals(Set.of(amira.id(), kofi.id(), third.id()), toldByTheUndoOf(moved));
	}

	@Test
	void paymentsAndCancellationsNameWhoOwnsAndSharesTheDealAndTheOneTheyWereTakenFrom() {
		importing(ImportKind.DEALS, FOR_PAY + won("1", amira) + won("2", kofi));
		var paid = importing(ImportKind.PAYMENTS, PAYMENTS + "P1,1,,2026-10-30,100,1\n");
		assertEquals(Set.of(amira.id()), listener.of(paid.id()).personIds());
		var moved = importing(ImportKind.PAYMENTS, PAYMENTS + "P1,2,,2026-10-30,100,1\n");
		assertEquals(both(amira, kofi), listener.of(moved.id()).personIds());
		importing(ImportKind.DEAL_SPLITS, SPLITS + "1," + kofi.email() + ",50,Revenue\n");
		var gone = importing(ImportKind.CANCELLATIONS, "ID,Deal ID,Cancelled on\nC1,1,2026-11-03\n");
		assertEquals(both(amira, kofi), listener.of(gone.id()).personIds());
		assertEquals(both(amira, kofi), toldByTheUndoOf(gone));
	}

	@Test
	void activitiesNameWhoDidThemAndAListOfPeopleEverybody() {
		var header = "Record ID,Activity type,Activity date,Activity assigned to,Outcome\n";
		var calls = importing(ImportKind.ACTIVITIES, header + "1,Demo,2026-10-05 10:00," + amira.email() + ",Held\n");
		assertEquals(Set.of(amira.id()), listener.of(calls.id()).personIds());
		var moved = importing(ImportKind.ACTIVITIES, header + "1,Demo,2026-10-05 10:00," + kofi.email() + ",Held\n");
		assertEquals(both(amira, kofi), listener.of(moved.id()).personIds());
		assertEquals(both(amira, kofi), toldByTheUndoOf(moved));
		var boss = given.unique("Elena");
		var people = importing(ImportKind.PEOPLE, "Name,Email,Role,Team,Start Date\n" + boss + "," + boss + "@x.example,Manager," + given.unique("Harbor") + ",2021-05-10\n");
		assertTrue(listener.of(people.id()).everybody());
	}

	@Test
	void tooManyPeopleToNameAreEverybody() {
		var names = DataImported.MOST_NAMED;
		var many = LongStream.rangeClosed(1, names).boxed().collect(Collectors.toSet());
		var named = DataImported.of(1L, new DataImported.Touched(many, Set.of()));
		assertEquals(names + " false", named.personIds().size() + " " + named.everybody());
		many.add(names + 1L);
		var everybody = DataImported.of(1L, new DataImported.Touched(many, Set.of()));
		assertEquals("0 true", everybody.personIds().size() + " " + everybody.everybody());
	}

	@Test
	void anUndoOfSplitsIsRefusedWhenALaterImportTouchedThem() {
		var first = importing(ImportKind.DEAL_SPLITS, SPLITS + "1," + amira.email() + ",60,Revenue\n");
		var second = importing(ImportKind.DEAL_SPLITS, SPLITS + "1," + amira.email() + ",70,Revenue\n");
		assertEquals("pipeline.import.error.touched-later", assertThrows(BusinessException.class, () -> undo(first)).key());
		undo(second);
		undo(first);
		assertEquals(List.of(), splits());
	}
}
