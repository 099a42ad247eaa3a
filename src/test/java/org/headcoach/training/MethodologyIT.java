package org.headcoach.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.shared.ChangedMeanwhileException;
import org.headcoach.shared.NotHereException;
import org.headcoach.training.engine.GiftReader;
import org.headcoach.training.engine.Methodology;
import org.junit.jupiter.api.Test;

/** The methodology from the draft to the next version, and the curriculum that is laid out from it. */
class MethodologyIT extends ClassCase {

	private int draft(Methodology content) {
		return given.as(trainer, () -> {
			methodology.begin();
			return methodology.write(methodology.draft().orElseThrow().version(), content, null);
		});
	}

	@Test
	void t3DiscoveryVerifiedIsNotPublishedWithoutTheBuyersConfirmation() {
		var version = draft(content(MAILED));
		refused("learn.method.error.buyer", () -> given.as(trainer, () -> methodology.publish(version)));
		assertNull(given.as(trainer, () -> methodology.methodology(null)).content());
		assertEquals(0, count("training_part where name like '%" + suffix + "'"));
		var again = draft(content(MAILED, CONFIRMED));
		given.as(trainer, () -> methodology.publish(again));
		var page = given.as(as(sales.rep(0)), () -> methodology.methodology(null));
		assertEquals(1, page.versionNo());
		assertTrue(page.content().process().get(0).verified());
	}

	@Test
	void whatIsPublishedIsNotEditedAndTheNextVersionIsItsCopy() {
		var first = published();
		assertThrows(NotHereException.class, () -> given.as(trainer, () -> methodology.write(first.version(), content(MAILED, CONFIRMED), null)));
		assertEquals(2, given.as(trainer, () -> methodology.begin()));
		assertEquals(2, given.as(trainer, () -> methodology.begin()), "begun twice it is the same draft");
		var draft = given.as(trainer, () -> methodology.draft()).orElseThrow();
		assertEquals(first.content(), draft.content());
		assertThrows(ChangedMeanwhileException.class, () -> given.as(trainer, () -> methodology.write(draft.version() + 1, draft.content(), null)));
		given.as(trainer, () -> methodology.discard(draft.version()));
		assertEquals(1, count("methodology_version"));
	}

	@Test
	void questionsKeepTheirPartWhenItIsRenamedAndMoved() {
		var first = published().content();
		var discovery = first.process().get(0);
		var question = given.as(trainer, () -> bank.write(new QuestionBankService.WriteQuestion(null, null, discovery.partId(), GiftReader.read("::Q " + suffix + ":: What comes first" + suffix + "? {=goal ~price}").questions().get(0).question())));
		// the two stages change their names with each other, and a third comes between
		var renamed = new Methodology(first.matrix(), first.journey(),
				List.of(new Methodology.ProcessStage(discovery.partId(), first.process().get(1).name(), "Finds the goal", 0, null, false, List.of(MAILED)),
						new Methodology.ProcessStage(null, "Demo" + suffix, "Shows three things", 0, null, false, List.of(MAILED)),
						new Methodology.ProcessStage(first.process().get(1).partId(), discovery.name(), "Plans", 1, null, false, List.of(MAILED))),
				first.fields());
		var version = draft(renamed);
		assertEquals(discovery.name(), given.as(trainer, () -> bank.question(question)).part(), "a draft changes nothing");
		given.as(trainer, () -> methodology.publish(version));
		var kept = given.as(trainer, () -> bank.question(question));
		assertEquals(discovery.partId(), kept.partId());
		assertEquals("Closing" + suffix, kept.part());
		assertEquals(List.of("Closing" + suffix, "Demo" + suffix, "Discovery" + suffix),
				given.as(trainer, () -> bank.parts()).stream().map(QuestionBankService.PartRow::name).filter(name -> name.endsWith(suffix) && !name.startsWith("Aware") && !name.startsWith("Deci") && !name.startsWith("Goal")).toList());
		var old = given.as(trainer, () -> methodology.methodology(1));
		assertEquals("Discovery" + suffix, old.content().process().get(0).name(), "what was published says what it said");
		assertEquals(1, given.as(trainer, () -> methodology.methodology(null)).questions().get(discovery.partId()));
		run("delete from question_version where question_id = " + question);
		run("delete from bank_question where id = " + question);
	}

	@Test
	void aDraftIsNobodysButATrainersAndNobodyElseWrites() {
		published();
		given.as(trainer, () -> methodology.begin());
		var strangers = new LinkedHashMap<String, Actor>();
		strangers.put("rep", as(sales.rep(0)));
		strangers.put("manager", manager());
		strangers.put("executive", given.actor(AccountRole.EXECUTIVE, sales.vp()));
		strangers.put("recruiter", given.actor(AccountRole.RECRUITER, null));
		strangers.put("nobody", Actor.NOBODY);
		hidden(strangers, List.of(() -> methodology.methodology(2), () -> methodology.draft(), () -> methodology.begin(), () -> methodology.write(0, content(), null), () -> methodology.publish(0),
				() -> methodology.discard(0), () -> curricula.curricula(), () -> curricula.superpowers(), () -> curricula.recordSuperpower(sales.rep(0).id(), null, null),
				() -> curricula.layOut(new CurriculumService.LayOut("Mine", "Overview", Map.of(), List.of(), "x"))));
		assertNull(given.as(manager(), () -> methodology.methodology(null)).draftNo());
		assertEquals(2, given.as(trainer, () -> methodology.methodology(null)).draftNo());
		assertThrows(NotHereException.class, () -> given.as(given.actor(AccountRole.RECRUITER, null), () -> methodology.methodology(null)));
	}

	@Test
	void aCurriculumIsLaidOutOverviewFirstThenStageByStageWithTheirTeachers() {
		var content = published().content();
		var discovery = content.process().get(0).partId();
		given.as(trainer, () -> {
			curricula.recordSuperpower(sales.rep(3).id(), discovery, "Asks twice");
			curricula.recordSuperpower(sales.rep(4).id(), content.process().get(1).partId(), null);
		});
		var form = UUID.randomUUID().toString();
		var wanted = new CurriculumService.LayOut("New hires", "Overview", Map.of("Discovery" + suffix, "Discovery in depth"), List.of(new CurriculumService.NewTask(0, "On paper", "Goal and plan", 2)), form);
		var id = given.as(trainer, () -> curricula.layOut(wanted));
		assertEquals(id, given.as(trainer, () -> curricula.layOut(wanted)), "sent twice it is one");
		var page = given.as(trainer, () -> curricula.curriculum(id));
		assertEquals(List.of("Overview", "Discovery in depth", "Closing" + suffix), page.sessions().stream().map(CurriculumPage.Session::title).toList());
		assertEquals(List.of(trainer.name(), sales.rep(3).name(), sales.rep(4).name()), page.sessions().stream().map(CurriculumPage.Session::teacher).toList());
		assertEquals("Discovery in depth", page.tasks().get(0).session());
		assertEquals(discovery, page.sessions().get(1).partId());
		given.as(trainer, () -> curricula.moveSession(id, page.sessions().get(2).id(), true));
		assertEquals(List.of("Overview", "Closing" + suffix, "Discovery in depth"), given.as(trainer, () -> curricula.curriculum(id)).sessions().stream().map(CurriculumPage.Session::title).toList());
		given.as(trainer, () -> {
			methodology.begin();
			methodology.publish(methodology.draft().orElseThrow().version());
		});
		assertTrue(given.as(trainer, () -> curricula.curriculum(id)).outdated());
	}

	@Test
	void materialsAreCheckedAndAFileThatABrowserWouldRunIsRefused() {
		var session = laidOut().sessions().get(1).id();
		var text = new CurriculumService.AddMaterial(session, MaterialKind.FILE, null, null, null, "../notes.exe", "Plain words".getBytes());
		given.as(trainer, () -> curricula.addMaterial(text));
		refused("learn.file.error.kind", () -> given.as(trainer, () -> curricula.addMaterial(new CurriculumService.AddMaterial(session, MaterialKind.FILE, "Page", null, null, "a.pdf", "<html><script>alert(1)</script>".getBytes()))));
		refused("learn.file.error.size", () -> given.as(trainer, () -> curricula.addMaterial(new CurriculumService.AddMaterial(session, MaterialKind.FILE, "None", null, null, "a.pdf", new byte[0]))));
		refused("learn.error.address", () -> given.as(trainer, () -> curricula.addMaterial(new CurriculumService.AddMaterial(session, MaterialKind.LINK, "Bad", "javascript:alert(1)", null, null, null))));
		given.as(trainer, () -> curricula.addMaterial(new CurriculumService.AddMaterial(session, MaterialKind.VIDEO, "A call", "videos.example.com/1", null, null, null)));
		var kept = given.as(trainer, () -> curricula.curriculum(count("curriculum") == 1 ? curricula.curricula().get(0).id() : -1)).sessions().get(1).materials();
		assertEquals(List.of("notes.txt", "A call"), kept.stream().map(CurriculumPage.Material::title).toList());
		assertEquals("https://videos.example.com/1", kept.get(1).address());
		var file = given.as(trainer, () -> classes.material(kept.get(0).id()));
		assertEquals("text/plain; charset=UTF-8", file.type());
		assertEquals("notes.txt", file.name());
		given.as(trainer, () -> curricula.removeMaterial(kept.get(0).id()));
		assertEquals(0, count("training_file"));
		assertFalse(count("training_material") != 1);
	}
}
