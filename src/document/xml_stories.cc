#include "document/xml_stories.h"

#include <optional>
#include <pugixml.hpp>
#include <sstream>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "document/charset.h"
#include "document/story.h"
#include "document/xml.h"

namespace crosscheck {

namespace {

constexpr int kDeepest = 200;  // elements inside one another
constexpr size_t kMostStories = 10000;

pugi::xml_node ChildOf(const pugi::xml_node& node, absl::string_view local) {
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_element && LocalName(child) == local) return child;
  }
  return {};
}

// Whether an element lies deeper than readers and writers of the tree can go.
bool NestsTooDeep(const pugi::xml_node& root) {
  int depth = 0;
  for (pugi::xml_node at = root; at;) {
    if (at.first_child()) {
      at = at.first_child();
      if (++depth > kDeepest) return true;
      continue;
    }
    while (at && at != root && !at.next_sibling()) {
      at = at.parent();
      --depth;
    }
    if (!at || at == root) return false;
    at = at.next_sibling();
  }
  return false;
}

// All text below a node; elements part no words that stand together.
std::string TextOf(const pugi::xml_node& node) {
  std::string out;
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      out += child.value();
    } else {
      out += TextOf(child);
    }
  }
  return out;
}

// The children of a node as HTML.
std::string MarkupOf(const pugi::xml_node& node) {
  std::ostringstream out;
  for (const pugi::xml_node child : node.children()) {
    child.print(out, "", pugi::format_raw | pugi::format_no_empty_element_tags, pugi::encoding_utf8);
  }
  return out.str();
}

std::string TextOfChild(const pugi::xml_node& node, absl::string_view local) { return TextOf(ChildOf(node, local)); }

// The text of the first of the children that has some.
std::string FirstOf(const pugi::xml_node& node, std::initializer_list<absl::string_view> locals) {
  for (const absl::string_view local : locals) {
    std::string text = TextOfChild(node, local);
    if (!absl::StripAsciiWhitespace(text).empty()) return text;
  }
  return "";
}

std::string Stripped(const std::string& text) { return std::string(absl::StripAsciiWhitespace(text)); }

Story RssItem(const pugi::xml_node& item, const std::string& feed) {
  Story story;
  story.id = Stripped(FirstOf(item, {"guid", "link"}));
  story.stated.published = StatedDay(FirstOf(item, {"pubDate", "date"}));
  story.stated.publisher = Stripped(TextOfChild(item, "source"));
  if (story.stated.publisher.empty()) story.stated.publisher = feed;
  story.AddLine("title", Zone::kTitle, TextOfChild(item, "title"));
  story.AddLine("byline", Zone::kByline, FirstOf(item, {"creator", "author"}));
  const std::string whole = TextOfChild(item, "encoded");
  whole.empty() ? story.AddHtml("description", TextOfChild(item, "description")) : story.AddHtml("content", whole);
  return story;
}

// Text, escaped HTML or XHTML: its `type` says which.
void AddAtomText(absl::string_view where, const pugi::xml_node& node, Story& story) {
  const absl::string_view type = node.attribute("type").value();
  if (type == "xhtml") {
    story.AddHtml(where, MarkupOf(node));
  } else if (absl::StrContains(type, "html")) {
    story.AddHtml(where, TextOf(node));
  } else {
    story.AddText(where, TextOf(node));
  }
}

Story AtomEntry(const pugi::xml_node& entry, const std::string& feed) {
  Story story;
  story.id = Stripped(TextOfChild(entry, "id"));
  story.stated.published = StatedDay(FirstOf(entry, {"published", "issued", "updated", "modified"}));
  story.stated.publisher = Stripped(TextOfChild(ChildOf(entry, "source"), "title"));
  if (story.stated.publisher.empty()) story.stated.publisher = feed;
  story.AddLine("title", Zone::kTitle, TextOfChild(entry, "title"));
  story.AddLine("byline", Zone::kByline, TextOfChild(ChildOf(entry, "author"), "name"));
  const pugi::xml_node content = ChildOf(entry, "content");
  if (content && !Stripped(TextOf(content)).empty()) {
    AddAtomText("content", content, story);
  } else {
    AddAtomText("summary", ChildOf(entry, "summary"), story);
  }
  return story;
}

// The elements of NITF that HTML has under other names.
void MakeHtml(pugi::xml_node node) {
  constexpr std::pair<absl::string_view, const char*> kNames[] = {{"hl2", "h2"},
                                                                  {"bq", "blockquote"},
                                                                  {"block", "div"},
                                                                  {"media", "figure"},
                                                                  {"media-caption", "figcaption"},
                                                                  {"media-producer", "figcaption"},
                                                                  {"note", "aside"},
                                                                  {"q", "span"}};
  for (pugi::xml_node child : node.children()) {
    for (const auto& [nitf, html] : kNames) {
      if (child.name() == nitf) {
        child.set_name(html);
        break;
      }
    }
    MakeHtml(child);
  }
}

// Agencies count generations of a story and versions within each; the key is the same through all of them.
void ReadNitfVersion(const pugi::xml_node& docdata, Story& story) {
  const pugi::xml_node key = docdata.child("du-key");
  story.stated.story_id = key.attribute("key").value();
  if (story.stated.story_id.empty()) story.stated.story_id = story.id;
  const std::string version = key.attribute("version").value();
  if (!version.empty() && version != "1") story.notes.push_back(absl::StrCat("is version ", version, " of the story"));
  int generation = 0;
  int number = 0;
  const bool has_generation = absl::SimpleAtoi(key.attribute("generation").value(), &generation) && generation > 0;
  const bool has_number = absl::SimpleAtoi(version, &number) && number > 0;
  constexpr int64_t kVersionsOfOne = 1000000;
  if (has_generation || has_number) story.stated.version = generation * kVersionsOfOne + number;
}

Story NitfStory(const pugi::xml_node& root) {
  Story story;
  const pugi::xml_node head = root.child("head");
  const pugi::xml_node docdata = head.child("docdata");
  const pugi::xml_node body = root.child("body");
  const pugi::xml_node body_head = body.child("body.head");
  story.id = docdata.child("doc-id").attribute("id-string").value();
  for (const char* name : {"date.issue", "date.release"}) {
    if (!story.stated.published) story.stated.published = StatedDay(docdata.child(name).attribute("norm").value());
  }
  if (!story.stated.published) {
    story.stated.published = StatedDay(head.child("pubdata").attribute("date.publication").value());
  }
  for (const char* name : {"management-status", "pubstatus", "pub-status"}) {
    const bool withdrawn = IsWithdrawnStatus(docdata.attribute(name).value()) ||
                           IsWithdrawnStatus(docdata.child(name).attribute("value").value());
    story.stated.withdrawn = story.stated.withdrawn || withdrawn;
  }
  for (const pugi::xml_node meta : head.children("meta")) {
    const absl::string_view name = meta.attribute("name").value();
    if (name == "pubstatus" && IsWithdrawnStatus(meta.attribute("content").value())) story.stated.withdrawn = true;
  }
  story.stated.publisher = head.child("pubdata").attribute("name").value();
  if (story.stated.publisher.empty())
    story.stated.publisher = docdata.child("doc.copyright").attribute("holder").value();
  if (story.stated.publisher.empty()) story.stated.publisher = Stripped(TextOf(body_head.child("distributor")));
  ReadNitfVersion(docdata, story);
  const pugi::xml_node hedline = body_head.child("hedline");
  story.AddLine("headline", Zone::kTitle, TextOf(hedline.child("hl1")));
  for (const pugi::xml_node hl2 : hedline.children("hl2")) story.AddLine("second headline", Zone::kDek, TextOf(hl2));
  story.AddLine("byline", Zone::kByline, TextOf(body_head.child("byline")));
  story.AddLine("dateline", Zone::kByline, TextOf(body_head.child("dateline")));
  if (const pugi::xml_node abstract = body_head.child("abstract"))
    story.AddLine("abstract", Zone::kDek, TextOf(abstract));
  pugi::xml_node content = body.child("body.content");
  MakeHtml(content);
  story.AddHtml("body", MarkupOf(content));
  return story;
}

absl::Status Unknown(absl::string_view root) {
  return absl::UnimplementedError(
      absl::StrCat("is XML of a kind that is not read: its root is <", root,
                   ">; known are rss, rdf:RDF, feed and nitf (a page of XHTML ends in .xhtml)"));
}

absl::StatusOr<std::vector<Story>> StoriesOf(const pugi::xml_node& root) {
  std::vector<Story> stories;
  const absl::string_view name = LocalName(root);
  if (name == "nitf") {
    stories.push_back(NitfStory(root));
    return stories;
  }
  const bool atom = name == "feed" || name == "entry";
  if (!atom && name != "rss" && name != "RDF") return Unknown(root.name());
  const pugi::xml_node channel = atom ? root : ChildOf(root, "channel");
  const std::string feed = name == "entry" ? "" : Stripped(TextOfChild(channel, "title"));
  if (name == "entry") {
    stories.push_back(AtomEntry(root, feed));
    return stories;
  }
  for (const pugi::xml_node item : (name == "RDF" ? root : channel).children()) {
    if (LocalName(item) != (atom ? "entry" : "item")) continue;
    if (stories.size() >= kMostStories) return absl::InvalidArgumentError("holds more than 10,000 items");
    stories.push_back(atom ? AtomEntry(item, feed) : RssItem(item, feed));
  }
  if (stories.empty()) return absl::InvalidArgumentError(absl::StrCat("holds no ", atom ? "entry" : "item"));
  return stories;
}

// What <?xml … encoding="…"?> says; "" where it says nothing, or what the parser reads by itself (UTF-8, -16, -32).
absl::string_view StatedEncoding(absl::string_view bytes) {
  if (!absl::StartsWith(bytes, "<?xml")) return "";
  const absl::string_view declaration = bytes.substr(0, bytes.find("?>"));
  size_t at = declaration.find("encoding");
  if (at == absl::string_view::npos) return "";
  at = declaration.find_first_of("\"'", at);
  if (at == absl::string_view::npos) return "";
  const size_t end = declaration.find(declaration[at], at + 1);
  if (end == absl::string_view::npos) return "";
  const absl::string_view name = declaration.substr(at + 1, end - at - 1);
  return absl::StartsWithIgnoreCase(name, "utf") ? absl::string_view() : name;
}

}  // namespace

absl::StatusOr<std::vector<ExtractedText>> ReadXmlStories(absl::string_view bytes) {
  std::string converted;
  const absl::string_view encoding = StatedEncoding(bytes);
  if (!encoding.empty()) {
    std::optional<std::string> text = ToUtf8(bytes, encoding);
    if (!text) {
      return absl::InvalidArgumentError(absl::StrCat(
          "says that it is written in '", absl::CHexEscape(encoding.substr(0, 40)), "', which is unknown or untrue"));
    }
    converted = *std::move(text);
    bytes = converted;
  }
  // The parser resolves no entity but XML's own five: text that leans on others would be read as something else.
  if (absl::StrContains(bytes, "<!ENTITY")) {
    return absl::InvalidArgumentError("declares entities of its own, which are not read");
  }
  pugi::xml_document document;
  const pugi::xml_parse_result result =
      document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata,
                           encoding.empty() ? pugi::encoding_auto : pugi::encoding_utf8);
  if (!result) {
    return absl::InvalidArgumentError(
        absl::StrCat("is not well-formed XML at byte ", result.offset, ": ", result.description()));
  }
  const pugi::xml_node root = document.document_element();
  if (NestsTooDeep(root)) return absl::InvalidArgumentError(absl::StrCat("nests more than ", kDeepest, " elements"));
  absl::StatusOr<std::vector<Story>> stories = StoriesOf(root);
  if (!stories.ok()) return stories.status();
  return ExtractStories(*std::move(stories));
}

}  // namespace crosscheck
