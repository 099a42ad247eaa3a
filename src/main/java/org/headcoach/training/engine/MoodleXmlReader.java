package org.headcoach.training.engine;

import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.headcoach.training.engine.Reading.Unreadable;

/** Reads Moodle XML. A file may bring no declarations of its own: nothing outside it is ever opened, and no entity grows. */
public final class MoodleXmlReader {

	/** Questions are no deeper; a file that is was made to do harm. */
	private static final int DEEPEST = 40;

	/** A picture in HTML, or in Markdown with its words and its address. */
	private static final Pattern IMAGE = Pattern.compile("<img\\b[^>]*>|!\\[([^\\]]*)]\\(([^)\\s]*)[^)]*\\)", Pattern.CASE_INSENSITIVE);
	/** Where a question begins or ends; what stands in a comment or in CDATA does not count. */
	private static final Pattern MARK = Pattern.compile("<!--.*?-->|<!\\[CDATA\\[.*?]]>|<question(?=[\\s>])|</question\\s*>", Pattern.DOTALL);
	private static final String EMBEDDED = "@@PLUGINFILE@@/";

	private record Node(String name, int line, Map<String, String> attributes, StringBuilder text, List<Node> children) {

		String named() {
			return attributes.getOrDefault("name", "");
		}

		/** Files at any depth. */
		Stream<Node> files() {
			return name.equals("file") ? Stream.of(this) : children.stream().flatMap(Node::files);
		}

		Stream<Node> all(String child) {
			return children.stream().filter(node -> node.name.equals(child));
		}

		Optional<Node> first(String child) {
			return all(child).findFirst();
		}

		/** What stands in {@code <child><text>}, with the mark of its format. */
		String said(String child) {
			return first(child).map(Node::said).orElse("");
		}

		String said() {
			var own = first("text").map(node -> node.text.toString()).orElseGet(text::toString).strip();
			return own.isEmpty() || !"html".equals(attributes.get("format")) ? own : "[html]" + own;
		}

		/** What stands directly in the child. */
		String word(String child, String otherwise) {
			return first(child).map(node -> node.text.toString().strip()).filter(word -> !word.isEmpty()).orElse(otherwise);
		}
	}

	private record Shown(String text, List<Picture> pictures, List<PictureFile> files) {
	}

	private MoodleXmlReader() {
	}

	/** Each question is read by itself, so that a broken one takes no other with it. */
	public static Reading read(String file) {
		var gathering = new Reading.Gathering();
		var category = "";
		var text = file.replace("\uFEFF", "");
		var frame = new StringBuilder();
		var line = 1;
		var at = 0;
		for (var block : blocks(text)) {
			frame.append(text, at, block.from()).append("\n".repeat(lines(text, block.from(), block.to())));
			line += lines(text, at, block.from());
			at = block.from();
			try {
				var xml = factory().createXMLStreamReader(new StringReader(text.substring(block.from(), block.to())));
				xml.nextTag();
				var node = node(xml, 0, line - 1);
				if ("category".equals(node.attributes().get("type"))) {
					category = node.said("category").replaceFirst("^\\$(course|system|module)\\$/?(top/?)?", "");
				} else {
					var of = category;
					gathering.found(node.line(), () -> question(node, of));
				}
			} catch (XMLStreamException e) {
				gathering.error(line - 1 + line(e), "training.import.error.xml-question");
			}
			line += lines(text, block.from(), block.to());
			at = block.to();
		}
		try {
			var xml = factory().createXMLStreamReader(new StringReader(frame.append(text, at, text.length()).toString()));
			while (xml.hasNext()) {
				if (xml.next() == XMLStreamReader.DTD) {
					var none = new Reading.Gathering();
					none.error(xml.getLocation().getLineNumber(), "training.import.error.xml-dtd");
					return none.end();
				}
			}
		} catch (XMLStreamException e) {
			gathering.error(line(e), "training.import.error.xml");
		}
		return gathering.end();
	}

	private static int line(XMLStreamException e) {
		return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
	}

	private static int lines(String text, int from, int to) {
		return (int) text.substring(from, to).chars().filter(one -> one == '\n').count();
	}

	/** Where a question begins and ends; one that is not closed ends before the next, or with the whole. */
	private record Block(int from, int to) {
	}

	private static List<Block> blocks(String text) {
		var blocks = new ArrayList<Block>();
		var from = -1;
		var marks = MARK.matcher(text);
		while (marks.find()) {
			if (marks.group().startsWith("<q")) {
				if (from >= 0) {
					blocks.add(new Block(from, marks.start()));
				}
				from = marks.start();
			} else if (marks.group().startsWith("</") && from >= 0) {
				blocks.add(new Block(from, marks.end()));
				from = -1;
			}
		}
		if (from >= 0) {
			var end = text.lastIndexOf("</quiz");
			blocks.add(new Block(from, end > from ? end : text.length()));
		}
		return blocks;
	}

	private static XMLInputFactory factory() {
		var factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		factory.setXMLResolver((publicId, systemId, base, name) -> {
			throw new XMLStreamException("Nothing outside the file is opened");
		});
		return factory;
	}

	private static Node node(XMLStreamReader xml, int depth, int before) throws XMLStreamException {
		if (depth > DEEPEST) {
			throw new XMLStreamException("Too deep", xml.getLocation());
		}
		var attributes = new LinkedHashMap<String, String>();
		for (int i = 0; i < xml.getAttributeCount(); i++) {
			attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
		}
		var node = new Node(xml.getLocalName(), before + xml.getLocation().getLineNumber(), attributes, new StringBuilder(), new ArrayList<>());
		while (xml.next() != XMLStreamReader.END_ELEMENT) {
			if (xml.isStartElement()) {
				node.children().add(node(xml, depth + 1, before));
			} else if (xml.hasText() && xml.getEventType() != XMLStreamReader.COMMENT) {
				node.text().append(xml.getText());
			} else if (xml.getEventType() == XMLStreamReader.ENTITY_REFERENCE) {
				throw new XMLStreamException("Entity " + xml.getLocalName(), xml.getLocation());
			}
		}
		return node;
	}

	private static Reading.Found question(Node node, String category) {
		var type = node.attributes().getOrDefault("type", "");
		if (type.equals("description")) {
			throw new Unreadable(node.line(), "training.import.error.description");
		}
		var points = node.first("defaultgrade").map(grade -> number(grade, grade.text().toString())).filter(grade -> grade.signum() > 0).orElse(BigDecimal.ONE);
		var tags = node.first("tags").map(all -> all.all("tag").map(Node::said).toList()).orElse(List.of());
		var shown = node.first("questiontext").map(MoodleXmlReader::shown).orElse(new Shown("", List.of(), List.of()));
		node.children().stream().filter(child -> !child.name().equals("questiontext")).flatMap(Node::files).findFirst().ifPresent(file -> {
			throw new Unreadable(file.line(), "training.import.error.picture-place", file.named());
		});
		return new Reading.Found(node.line(), new Question(Wording.plain(node.said("name")), shown.text(), key(type, node), node.said("generalfeedback"), Difficulty.MEDIUM, points, category, "", tags,
				shown.pictures()), shown.files());
	}

	/** The text without its pictures, and those that the file brings along. A picture without words is called by its file. */
	private static Shown shown(Node node) {
		var pictures = new ArrayList<Picture>();
		var files = new ArrayList<PictureFile>();
		var text = IMAGE.matcher(node.said()).replaceAll(found -> {
			var source = found.group(1) == null ? attribute(found.group(), "src") : found.group(2);
			var file = source.startsWith(EMBEDDED) ? file(node, decoded(source.substring(EMBEDDED.length()))) : null;
			if (file == null) {
				throw new Unreadable(node.line(), "training.import.error.picture-outside", source);
			}
			var content = content(file);
			var alt = Wording.plain("[html]" + (found.group(1) == null ? attribute(found.group(), "alt") : found.group(1)));
			if (pictures.stream().noneMatch(picture -> picture.print().equals(content.print()))) {
				pictures.add(new Picture(content.print(), alt.isBlank() ? file.named().replaceFirst("\\.[^.]*$", "") : alt));
				files.add(content);
			}
			return "";
		});
		return new Shown(Wording.plain(text).isBlank() ? "" : text, pictures, files);
	}

	private static Node file(Node node, String name) {
		return node.all("file").filter(file -> file.named().equals(name) && "base64".equals(file.attributes().get("encoding"))).findFirst().orElse(null);
	}

	private static PictureFile content(Node file) {
		try {
			return PictureFile.of(Base64.getMimeDecoder().decode(file.text().toString()));
		} catch (IllegalArgumentException e) {
			throw new Unreadable(file.line(), "training.error.picture-kind");
		}
	}

	private static String attribute(String tag, String name) {
		var found = Pattern.compile("\\s" + name + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')", Pattern.CASE_INSENSITIVE).matcher(tag);
		return !found.find() ? "" : found.group(1) == null ? found.group(2) : found.group(1);
	}

	private static String decoded(String address) {
		try {
			return URLDecoder.decode(address.replace("+", "%2B").replaceFirst("\\?.*$", ""), StandardCharsets.UTF_8);
		} catch (IllegalArgumentException e) {
			// a sign of percent that means itself
			return address;
		}
	}

	private static Key key(String type, Node node) {
		return switch (type) {
			case "multichoice" -> {
				var choices = node.all("answer").map(MoodleXmlReader::choice).toList();
				yield List.of("true", "1").contains(node.word("single", "true")) ? new Key.Single(choices) : new Key.Multiple(choices);
			}
			case "truefalse" -> trueFalse(node);
			case "shortanswer" -> new Key.Short(node.all("answer").map(MoodleXmlReader::choice).toList(), node.word("usecase", "0").equals("1"));
			case "numerical" -> new Key.Numeric(node.all("answer").map(MoodleXmlReader::range).toList());
			case "matching" -> new Key.Matching(node.all("subquestion").filter(pair -> !pair.said("answer").isEmpty()).map(pair -> new Key.Pair(pair.said(), pair.said("answer"))).toList());
			case "ordering" -> new Key.Ordering(node.all("answer").map(Node::said).toList());
			case "essay" -> new Key.Essay(List.of());
			default -> throw new Unreadable(node.line(), "training.import.error.kind", type);
		};
	}

	private static Key trueFalse(Node node) {
		var right = node.all("answer").filter(answer -> weight(answer).signum() > 0).findFirst().orElseThrow(() -> new Unreadable(node.line(), "training.error.no-right"));
		var isTrue = Wording.plain(right.said()).equalsIgnoreCase("true");
		var wrong = node.all("answer").filter(answer -> answer != right).findFirst();
		return new Key.TrueFalse(isTrue, wrong.map(answer -> answer.said("feedback")).orElse(""), right.said("feedback"));
	}

	private static Key.Choice choice(Node answer) {
		if (answer.said().isEmpty()) {
			throw new Unreadable(answer.line(), "training.error.empty-answer");
		}
		return new Key.Choice(answer.said(), weight(answer), answer.said("feedback"));
	}

	private static Key.Range range(Node answer) {
		var text = Wording.plain(answer.said());
		if (text.equals("*")) {
			return new Key.Range(null, null, weight(answer), answer.said("feedback"));
		}
		var middle = number(answer, text);
		var tolerance = number(answer, answer.word("tolerance", "0"));
		return new Key.Range(middle.subtract(tolerance), middle.add(tolerance), weight(answer), answer.said("feedback"));
	}

	private static BigDecimal weight(Node answer) {
		return number(answer, answer.attributes().getOrDefault("fraction", "0"));
	}

	private static BigDecimal number(Node node, String text) {
		return GiftReader.number(text, node.line());
	}
}
