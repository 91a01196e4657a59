#include "document/ninjs.h"

#include <simdjson.h>

#include <string>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "base/utf8.h"
#include "document/story.h"

namespace crosscheck {

namespace {

namespace dom = simdjson::dom;

constexpr size_t kMostStories = 10000;
// By which an object is known to be a story. Version 3 writes other keys of these in camel case.
constexpr const char* kStoryKeys[] = {"headline", "headlines", "body_html", "body_xhtml", "body_text", "bodies"};

class NinjsReader {
 public:
  explicit NinjsReader(const dom::object& object) : object_(object) {}

  absl::StatusOr<Story> Read() {
    Story story;
    story.id = Text({"uri", "guid"});
    story.stated.story_id = story.id;
    story.stated.published = StatedDay(Text({"versioncreated", "versionCreated", "firstcreated", "firstCreated"}));
    story.stated.withdrawn = IsWithdrawnStatus(Text({"pubstatus", "pubStatus"}));
    story.stated.publisher = Publisher();
    const std::string version = Version();
    if (!absl::SimpleAtoi(version, &story.stated.version)) story.stated.version = 0;
    if (!version.empty() && version != "1")
      story.notes.push_back(absl::StrCat("is version ", version, " of the story"));
    AddHeadlines(story);
    story.AddLine("byline", Zone::kByline, Text({"byline", "by"}));
    AddBodies(story);
    if (!status_.ok()) return status_;
    return story;
  }

 private:
  void Fail(absl::string_view key, absl::string_view wanted) {
    if (status_.ok()) status_ = absl::InvalidArgumentError(absl::StrCat("is no ninjs: '", key, "' is no ", wanted));
  }

  // Of the first of the keys that is there.
  std::string Text(std::initializer_list<const char*> keys) { return TextIn(object_, keys); }
  std::string TextIn(const dom::object& object, std::initializer_list<const char*> keys) {
    for (const char* key : keys) {
      dom::element element;
      if (object[key].get(element) != simdjson::SUCCESS || element.is_null()) continue;
      std::string_view text;
      if (element.get(text) == simdjson::SUCCESS) return std::string(text);
      Fail(key, "text");
    }
    return "";
  }

  template <typename Use>
  void ForEach(const char* key, const Use& use) {
    dom::element element;
    if (object_[key].get(element) != simdjson::SUCCESS || element.is_null()) return;
    dom::array array;
    if (element.get(array) != simdjson::SUCCESS) return Fail(key, "list");
    for (const dom::element one : array) {
      dom::object object;
      if (one.get(object) != simdjson::SUCCESS) return Fail(key, "list of objects");
      use(object);
    }
  }

  std::string Version() {
    dom::element element;
    if (object_["version"].get(element) != simdjson::SUCCESS) return "";
    int64_t number = 0;
    std::string_view text;
    if (element.get(number) == simdjson::SUCCESS) return absl::StrCat(number);
    return element.get(text) == simdjson::SUCCESS ? std::string(text) : "";
  }

  std::string Publisher() {
    std::string name = Text({"provider", "source", "copyrightholder", "copyrightHolder"});
    for (const char* key : {"infosources", "infoSources"}) {
      ForEach(key, [&](const dom::object& source) {
        if (name.empty()) name = TextIn(source, {"name"});
      });
    }
    return name;
  }

  void AddHeadlines(Story& story) {
    story.AddLine("headline", Zone::kTitle, Text({"headline"}));
    bool first = story.empty();
    ForEach("headlines", [&](const dom::object& headline) {
      if (first) story.AddLine("headline", Zone::kTitle, TextIn(headline, {"value"}));
      first = false;  // the others say the same, shorter or for other screens
    });
    story.AddHtml("description", Text({"description_html"}));
  }

  // A body in several forms says the same; HTML tells headings and lists from paragraphs.
  void AddBodies(Story& story) {
    std::string text = Text({"body_text"});
    std::string html = Text({"body_html", "body_xhtml"});
    ForEach("bodies", [&](const dom::object& body) {
      const std::string type = TextIn(body, {"contenttype", "contentType", "role"});
      std::string& kept = absl::StrContains(absl::AsciiStrToLower(type), "html") ? html : text;
      if (kept.empty()) kept = TextIn(body, {"value"});
    });
    if (!html.empty()) {
      story.AddHtml("body", html);
    } else {
      story.AddText("body", text);
    }
  }

  const dom::object& object_;
  absl::Status status_;
};

bool IsStory(const dom::object& object) {
  for (const char* key : kStoryKeys) {
    if (object[key].error() == simdjson::SUCCESS) return true;
  }
  return false;
}

absl::Status AddStory(const dom::element& element, std::vector<Story>& stories) {
  dom::object object;
  if (element.get(object) != simdjson::SUCCESS || !IsStory(object)) {
    return absl::UnimplementedError("is JSON of a kind that is not read: no ninjs (no headline, no body)");
  }
  if (stories.size() >= kMostStories) return absl::InvalidArgumentError("holds more than 10,000 stories");
  absl::StatusOr<Story> story = NinjsReader(object).Read();
  if (!story.ok()) return story.status();
  stories.push_back(*std::move(story));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::vector<ExtractedText>> ReadJsonStories(absl::string_view bytes) {
  absl::ConsumePrefix(&bytes, kByteOrderMark);
  dom::parser parser;
  dom::element root;
  const simdjson::error_code error = parser.parse(bytes.data(), bytes.size()).get(root);
  if (error != simdjson::SUCCESS) {
    return absl::InvalidArgumentError(absl::StrCat("is no JSON: ", simdjson::error_message(error)));
  }
  std::vector<Story> stories;
  dom::array array;
  if (root.get(array) == simdjson::SUCCESS) {
    for (const dom::element element : array) {
      if (absl::Status status = AddStory(element, stories); !status.ok()) return status;
    }
  } else if (absl::Status status = AddStory(root, stories); !status.ok()) {
    return status;
  }
  return ExtractStories(std::move(stories));
}

}  // namespace crosscheck
