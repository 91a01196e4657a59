// What `crosscheck explain` says to programs: crosscheck-explanation/1.
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "absl/strings/string_view.h"
#include "base/utf8.h"
#include "report/explanation_report.h"

namespace crosscheck {

namespace {

class JsonExplainer {
 public:
  explicit JsonExplainer(const Explanation& explanation) : in_(explanation), writer_(buffer_) {
    writer_.SetIndent(' ', 1);
  }

  std::string Run() {
    writer_.StartObject();
    Text("schema", "crosscheck-explanation/1");
    List("sentences", in_.sentences, [this](const ExplainedSentence& sentence) { WriteSentence(sentence); });
    List("events", in_.events, [this](const ExplainedEvent& event) {
      Text("path", Path(event.document));
      Bool("same", event.same);
      Text("reason", event.reason);
    });
    List("pairs", in_.pairs, [this](const ExplainedPair& pair) { WritePair(pair); });
    List("findings", in_.findings, [this](size_t index) {
      const Finding& finding = in_.report.findings[index];
      Text("rule", finding.rule);
      Text("kind", finding.kind);
      Text("severity", SeverityName(finding.severity));
      Text("message", finding.message);
      Text("reason", finding.reason);
      Text("fingerprint", finding.fingerprint);
      Text("state", finding.state);
    });
    writer_.EndObject();
    return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n";
  }

 private:
  const std::string& Path(DocumentIndex document) const { return in_.report.documents[document].info.path; }

  // Paths need not be UTF-8; JSON must be.
  void Value(absl::string_view text) {
    std::string valid;
    if (FindInvalidUtf8(text).has_value()) {
      for (size_t at = 0; at < text.size();) {
        const CodePoint point = DecodeUtf8(text, at);
        AppendUtf8(point.value, valid);
        at += static_cast<size_t>(point.size);
      }
      text = valid;
    }
    writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }

  void Text(const char* key, absl::string_view text) {
    writer_.Key(key);
    Value(text);
  }

  void Bool(const char* key, bool value) {
    writer_.Key(key);
    writer_.Bool(value);
  }

  void Int(const char* key, int value) {
    writer_.Key(key);
    writer_.Int(value);
  }

  template <typename Items, typename WriteItem>
  void List(const char* key, const Items& items, const WriteItem& write_item) {
    writer_.Key(key);
    writer_.StartArray();
    for (const auto& item : items) {
      writer_.StartObject();
      write_item(item);
      writer_.EndObject();
    }
    writer_.EndArray();
  }

  void Place(DocumentIndex document, TextSpan span) {
    const Document& read = *in_.report.documents[document].document;
    const LineColumn at = read.Locate(span.begin);
    Text("path", Path(document));
    Int("line", at.line);
    Int("column", at.column);
    if (read.has_places()) Text("place", read.PlaceWords(span.begin));
    writer_.Key("begin");
    writer_.Uint64(span.begin);
    writer_.Key("end");
    writer_.Uint64(span.end);
  }

  void WriteSentence(const ExplainedSentence& sentence) {
    Place(sentence.document, sentence.span);
    Text("zone", sentence.zone);
    Bool("read", sentence.read);
    Text("text", sentence.text);
    Text("seen", sentence.seen);
    const auto phrase = [this, &sentence](const ExplainedPhrase& one) {
      Text("text", one.text);
      Place(sentence.document, one.span);
      if (!one.kind.empty()) Text("kind", one.kind);
      Text("reason", one.reason);
    };
    List("values", sentence.values, phrase);
    List("names", sentence.names, phrase);
    List("no_values", sentence.no_values, phrase);
    List("rules", sentence.rules, [this](const ExplainedRule& rule) { WriteRule(rule); });
  }

  void WriteRule(const ExplainedRule& rule) {
    Text("id", rule.id);
    Text("form", rule.form);
    Text("outcome", rule.outcome);
    if (!rule.reason.empty()) Text("reason", rule.reason);
    writer_.Key("claims");
    writer_.StartArray();
    for (const std::string& claim : rule.claims) Value(claim);
    writer_.EndArray();
    List("patterns", rule.patterns, [this](const ExplainedPattern& pattern) {
      Text("pattern", pattern.text);
      Text("path", pattern.path);
      Int("line", pattern.at.line);
      Int("column", pattern.at.column);
      if (!pattern.state.empty()) Text("state", pattern.state);
      Text("outcome", pattern.outcome);
      Int("parts", pattern.parts);
      Int("parts_held", pattern.parts_held);
      Text("matched", pattern.matched);
      Text("reason", pattern.reason);
    });
  }

  void WritePair(const ExplainedPair& pair) {
    Text("rule", pair.rule);
    Text("step", pair.step);
    Bool("related", pair.related);
    Text("reason", pair.reason);
    writer_.Key("a");
    writer_.StartObject();
    Place(pair.document, pair.span);
    Text("text", pair.text);
    writer_.EndObject();
    writer_.Key("b");
    if (pair.alone) {
      writer_.Null();
      return;
    }
    writer_.StartObject();
    Place(pair.other_document, pair.other_span);
    Text("text", pair.other_text);
    writer_.EndObject();
  }

  const Explanation& in_;
  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer_;
};

}  // namespace

void WriteExplanationJson(const Explanation& explanation, std::string& out) {
  out.append(JsonExplainer(explanation).Run());
}

}  // namespace crosscheck
