package org.headcoach.training.web;

import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.ListAddress;
import org.headcoach.training.QuestionBankService;
import org.headcoach.training.QuestionBankService.PartRow;
import org.headcoach.training.QuestionBankService.QuestionPage;
import org.headcoach.training.QuestionBankService.WriteQuestion;
import org.headcoach.training.engine.Difficulty;
import org.headcoach.training.engine.Key;
import org.headcoach.training.engine.Picture;
import org.headcoach.training.engine.PictureFile;
import org.headcoach.training.engine.Question;
import org.headcoach.training.engine.QuestionKind;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;

/** One question is written, or changed into its next version. */
@Named
@ViewScoped
public class BankQuestionView implements Serializable {

	private static final long serialVersionUID = 1L;
	private static final BigDecimal ALL = BigDecimal.valueOf(100);

	/** A line of the answers; what its fields mean depends on the kind of question. */
	public static class Row implements Serializable {

		private static final long serialVersionUID = 1L;

		private String text;
		private String other;
		private BigDecimal number;
		private String feedback;

		public Row() {
		}

		Row(String text, String other, BigDecimal number, String feedback) {
			this.text = text;
			this.other = other;
			this.number = number;
			this.feedback = feedback;
		}

		boolean isEmpty() {
			return (text == null || text.isBlank()) && (other == null || other.isBlank());
		}

		public String getText() {
			return text;
		}

		public void setText(String text) {
			this.text = text;
		}

		public String getOther() {
			return other;
		}

		public void setOther(String other) {
			this.other = other;
		}

		public BigDecimal getNumber() {
			return number;
		}

		public void setNumber(BigDecimal number) {
			this.number = number;
		}

		public String getFeedback() {
			return feedback;
		}

		public void setFeedback(String feedback) {
			this.feedback = feedback;
		}
	}

	/** A picture that the question has. */
	public static class Shown implements Serializable {

		private static final long serialVersionUID = 1L;

		private final String print;
		private String alt;
		private boolean gone;

		Shown(Picture picture) {
			this.print = picture.print();
			this.alt = picture.alt();
		}

		public String getPrint() {
			return print;
		}

		public String getAlt() {
			return alt;
		}

		public void setAlt(String alt) {
			this.alt = alt;
		}

		public boolean isGone() {
			return gone;
		}

		public void setGone(boolean gone) {
			this.gone = gone;
		}
	}

	@Inject
	private QuestionBankService bank;

	@Inject
	private ListAddress list;

	private QuestionPage page;
	private List<PartRow> parts;
	private QuestionKind kind;
	private Long partId;
	private String name;
	private String text;
	private String feedback;
	private String family;
	private String tags;
	private Difficulty difficulty = Difficulty.MEDIUM;
	private BigDecimal points = BigDecimal.ONE;
	private boolean right = true;
	private String ifRight;
	private String ifWrong;
	private boolean caseMatters;
	private List<Row> rows = new ArrayList<>();
	private List<Shown> pictures = List.of();
	private transient Part file;
	private String alt;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		parts = bank.parts();
		var id = list.number("question");
		if (id == null) {
			kind = list.oneOf(QuestionKind.class, "kind");
			kind = kind == null ? QuestionKind.SINGLE : kind;
			partId = list.number("part");
		} else {
			page = bank.question(id);
			take(page.question());
			partId = page.partId();
		}
		var wanted = Math.max(rows.size() + 1, kind == QuestionKind.SHORT || kind == QuestionKind.NUMERIC ? 3 : 5);
		while (rows.size() < Math.min(wanted, Key.MOST_CHOICES)) {
			rows.add(new Row());
		}
		if (parts.isEmpty()) {
			throw new NotHereException("There is no part yet");
		}
	}

	private void take(Question question) {
		kind = question.kind();
		name = question.name();
		text = question.text();
		feedback = question.feedback();
		family = question.family();
		tags = String.join(", ", question.tags());
		difficulty = question.difficulty();
		points = question.points();
		pictures = question.pictures().stream().map(Shown::new).toList();
		var key = question.key();
		if (key instanceof Key.Choosing choosing) {
			choosing.choices().forEach(this::add);
		} else if (key instanceof Key.Short words) {
			words.accepted().forEach(this::add);
			caseMatters = words.caseMatters();
		} else if (key instanceof Key.TrueFalse trueFalse) {
			right = trueFalse.right();
			ifRight = trueFalse.ifRight();
			ifWrong = trueFalse.ifWrong();
		} else if (key instanceof Key.Numeric numeric) {
			numeric.ranges().forEach(range -> rows.add(new Row(plain(range.least()), plain(range.most()), range.weight(), range.feedback())));
		} else if (key instanceof Key.Matching matching) {
			matching.pairs().forEach(pair -> rows.add(new Row(pair.prompt(), pair.match(), null, null)));
		} else if (key instanceof Key.Ordering ordering) {
			ordering.items().forEach(item -> rows.add(new Row(item, null, null, null)));
		} else if (key instanceof Key.Essay essay) {
			essay.rubric().forEach(criterion -> rows.add(new Row(criterion.text(), null, criterion.points(), null)));
		}
	}

	private void add(Key.Choice choice) {
		rows.add(new Row(choice.text(), null, choice.weight(), choice.feedback()));
	}

	private static String plain(BigDecimal number) {
		return number == null ? "*" : number.toPlainString();
	}

	public void save() throws IOException {
		var added = added();
		var id = bank.write(new WriteQuestion(page == null ? null : page.id(), page == null ? null : page.version(), partId, question(added), added));
		Done.at("/training/question?question=" + id, "training.question.done.saved");
	}

	public void retire() {
		bank.retire(page.id(), !page.retired());
		Done.here(page.retired() ? "training.question.done.revived" : "training.question.done.retired");
	}

	/** The file that was chosen, if one was. */
	private List<PictureFile> added() throws IOException {
		if (file == null || file.getSize() == 0) {
			return List.of();
		}
		try (var content = file.getInputStream()) {
			return List.of(PictureFile.of(content.readNBytes(PictureFile.LARGEST + 1)));
		}
	}

	private Question question(List<PictureFile> added) {
		var shown = Stream.concat(pictures.stream().filter(picture -> !picture.isGone()).map(picture -> new Picture(picture.getPrint(), picture.getAlt())),
				added.stream().map(content -> new Picture(content.print(), alt))).toList();
		return new Question(name, text, key(), feedback, difficulty, points, page == null ? "" : page.question().category(), family, tags == null ? List.of() : Arrays.asList(tags.split(",")), shown);
	}

	private Key key() {
		var said = rows.stream().filter(row -> !row.isEmpty()).toList();
		return switch (kind) {
			case SINGLE -> new Key.Single(said.stream().map(row -> choice(row, BigDecimal.ZERO)).toList());
			case MULTIPLE -> new Key.Multiple(said.stream().map(row -> choice(row, BigDecimal.ZERO)).toList());
			case SHORT -> new Key.Short(said.stream().map(row -> choice(row, ALL)).toList(), caseMatters);
			case TRUE_FALSE -> new Key.TrueFalse(right, ifWrong, ifRight);
			case NUMERIC -> new Key.Numeric(said.stream().map(BankQuestionView::range).toList());
			case MATCHING -> new Key.Matching(said.stream().map(row -> new Key.Pair(row.getText(), row.getOther())).toList());
			case ORDERING -> new Key.Ordering(said.stream().map(Row::getText).toList());
			case ESSAY -> new Key.Essay(said.stream().map(row -> new Key.Criterion(row.getText(), row.getNumber())).toList());
		};
	}

	private static Key.Choice choice(Row row, BigDecimal otherwise) {
		return new Key.Choice(row.getText(), row.getNumber() == null ? otherwise : row.getNumber(), row.getFeedback());
	}

	private static Key.Range range(Row row) {
		var weight = row.getNumber() == null ? ALL : row.getNumber();
		return "*".equals(row.getText()) ? new Key.Range(null, null, weight, row.getFeedback())
				: new Key.Range(number(row.getText()), number(row.getOther() == null || row.getOther().isBlank() ? row.getText() : row.getOther()), weight, row.getFeedback());
	}

	private static BigDecimal number(String text) {
		if (text == null || !text.strip().matches("-?\\d{1,15}(\\.\\d{1,12})?")) {
			throw new BusinessException("training.import.error.number", text == null ? "" : text);
		}
		return new BigDecimal(text.strip());
	}

	/** Which columns the lines have: text and weight, two texts, two numbers and a weight, text and points, or text alone. */
	public String getShape() {
		return switch (kind) {
			case SINGLE, MULTIPLE, SHORT -> "weighed";
			case NUMERIC -> "range";
			case MATCHING -> "pair";
			case ORDERING -> "item";
			case ESSAY -> "rubric";
			case TRUE_FALSE -> "none";
		};
	}

	public QuestionPage getPage() {
		return page;
	}

	public List<PartRow> getParts() {
		return parts;
	}

	public QuestionKind getKind() {
		return kind;
	}

	public QuestionKind[] getKinds() {
		return QuestionKind.values();
	}

	public Difficulty[] getDifficulties() {
		return Difficulty.values();
	}

	public List<Shown> getPictures() {
		return pictures;
	}

	public boolean isRoomForPictures() {
		return pictures.size() < Question.MOST_PICTURES;
	}

	/** In megabytes. */
	public int getLargestPicture() {
		return PictureFile.LARGEST / 1_000_000;
	}

	public Part getFile() {
		return file;
	}

	public void setFile(Part file) {
		this.file = file;
	}

	public String getAlt() {
		return alt;
	}

	public void setAlt(String alt) {
		this.alt = alt;
	}

	public List<Row> getRows() {
		return rows;
	}

	public Long getPartId() {
		return partId;
	}

	public void setPartId(Long partId) {
		this.partId = partId;
	}

	public String getName() {
		return name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public String getText() {
		return text;
	}

	public void setText(String text) {
		this.text = text;
	}

	public String getFeedback() {
		return feedback;
	}

	public void setFeedback(String feedback) {
		this.feedback = feedback;
	}

	public String getFamily() {
		return family;
	}

	public void setFamily(String family) {
		this.family = family;
	}

	public String getTags() {
		return tags;
	}

	public void setTags(String tags) {
		this.tags = tags;
	}

	public Difficulty getDifficulty() {
		return difficulty;
	}

	public void setDifficulty(Difficulty difficulty) {
		this.difficulty = difficulty;
	}

	public BigDecimal getPoints() {
		return points;
	}

	public void setPoints(BigDecimal points) {
		this.points = points;
	}

	public boolean isRight() {
		return right;
	}

	public void setRight(boolean right) {
		this.right = right;
	}

	public String getIfRight() {
		return ifRight;
	}

	public void setIfRight(String ifRight) {
		this.ifRight = ifRight;
	}

	public String getIfWrong() {
		return ifWrong;
	}

	public void setIfWrong(String ifWrong) {
		this.ifWrong = ifWrong;
	}

	public boolean isCaseMatters() {
		return caseMatters;
	}

	public void setCaseMatters(boolean caseMatters) {
		this.caseMatters = caseMatters;
	}
}
