#include "rule/yaml_reader.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <sstream>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "base/line_index.h"
#include "base/utf8.h"

namespace crosscheck {

namespace {

constexpr size_t kMaxNodes = 200000;

// Thrown inside this file only, to leave the library's parser early.
struct TooManyNodes {
  size_t offset;
};

// Builds the tree from the library's events.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const SourceText& source, std::vector<Diagnostic>& diagnostics)
      : source_(source), diagnostics_(diagnostics) {}

  YamlNode TakeRoot() { return std::move(root_); }
  bool ok() const { return ok_; }

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    YamlNode node = NodeAt(mark, YamlNode::Kind::kNull);
    Remember(anchor, node);
    Add(std::move(node));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    const size_t offset = Offset(mark);
    if (found == anchors_.end()) {  // an alias inside the node that it names
      Complain(offset, "an alias cannot stand inside the value that it names");
      Add(NodeAt(mark, YamlNode::Kind::kNull));
      return;
    }
    Count(found->second.nodes, offset);
    Add(found->second);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    YamlNode node = NodeAt(mark, YamlNode::Kind::kScalar);
    node.scalar = value;
    SkipProperties(node.offset);
    node.style = StyleAt(node.offset, tag);
    if (IsUnterminated(node)) Complain(node.offset, "the quotation mark that begins here has no end");
    Remember(anchor, node);
    Add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    Open(NodeAt(mark, YamlNode::Kind::kList), anchor);
  }
  void OnSequenceEnd() override { Close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    Open(NodeAt(mark, YamlNode::Kind::kMap), anchor);
  }
  void OnMapEnd() override { Close(); }

 private:
  struct Frame {
    YamlNode node;
    YAML::anchor_t anchor = 0;
    std::optional<YamlNode> key;  // of a map: read, its value not yet
  };

  size_t Offset(const YAML::Mark& mark) const {
    return mark.pos < 0 ? 0 : std::min(static_cast<size_t>(mark.pos), source_.text().size());
  }

  void Count(size_t nodes, size_t offset) {
    nodes_ += nodes;
    if (nodes_ > kMaxNodes) throw TooManyNodes{offset};
  }

  YamlNode NodeAt(const YAML::Mark& mark, YamlNode::Kind kind) {
    YamlNode node;
    node.kind = kind;
    node.offset = Offset(mark);
    Count(1, node.offset);
    return node;
  }

  // The library's mark of a scalar with an anchor or a tag is at that; the value stands after it.
  void SkipProperties(size_t& offset) const {
    const std::string& text = source_.text();
    while (offset < text.size() && (text[offset] == '&' || text[offset] == '!')) {
      const size_t space = text.find_first_of(" \n", offset);
      if (space == std::string::npos) return;
      const size_t value = text.find_first_not_of(" \r\n", space);
      if (value == std::string::npos) return;
      offset = value;
    }
  }

  ScalarStyle StyleAt(size_t offset, const std::string& tag) const {
    const char first = offset < source_.text().size() ? source_.text()[offset] : '\0';
    if (tag == "?" || first == '\0') return ScalarStyle::kPlain;
    if (first == '\'') return ScalarStyle::kSingleQuoted;
    if (first == '"') return ScalarStyle::kDoubleQuoted;
    return first == '|' || first == '>' ? ScalarStyle::kBlock : ScalarStyle::kPlain;
  }

  // The library takes a missing quotation mark at the end of the file for a present one, with all that comes before it.
  bool IsUnterminated(const YamlNode& node) const {
    const std::string& text = source_.text();
    if (node.style == ScalarStyle::kSingleQuoted) {
      size_t at = text.find('\'', node.offset + 1);
      while (at != std::string::npos && at + 1 < text.size() && text[at + 1] == '\'') at = text.find('\'', at + 2);
      return at == std::string::npos;
    }
    if (node.style != ScalarStyle::kDoubleQuoted) return false;
    for (size_t at = node.offset + 1; at < text.size(); at += text[at] == '\\' ? 2 : 1) {
      if (text[at] == '"') return false;
    }
    return true;
  }

  void Remember(YAML::anchor_t anchor, const YamlNode& node) {
    if (anchor != YAML::NullAnchor) anchors_[anchor] = node;
  }

  void Complain(size_t offset, std::string message) {
    ok_ = false;
    diagnostics_.push_back(source_.Problem(offset, std::move(message)));
  }

  void Open(YamlNode node, YAML::anchor_t anchor) { frames_.push_back({std::move(node), anchor, std::nullopt}); }

  void Close() {
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    Remember(frame.anchor, frame.node);
    Add(std::move(frame.node));
  }

  void Add(YamlNode node) {
    if (frames_.empty()) {
      root_ = std::move(node);
      return;
    }
    Frame& frame = frames_.back();
    frame.node.nodes += node.nodes;
    if (frame.node.Is(YamlNode::Kind::kList)) {
      frame.node.items.push_back(std::move(node));
      return;
    }
    if (!frame.key.has_value()) {
      frame.key = std::move(node);
      return;
    }
    AddEntry(frame, std::move(node));
    frame.key.reset();
  }

  void AddEntry(Frame& frame, YamlNode value) {
    YamlNode& key = *frame.key;
    if (!key.Is(YamlNode::Kind::kScalar)) {
      Complain(key.offset, "a key must be plain text");
      return;
    }
    if (const YamlNode* first = frame.node.FindKey(key.scalar); first != nullptr) {
      Complain(key.offset, absl::StrCat("duplicate key '", key.scalar, "'; it stands on line ",
                                        source_.Locate(first->offset).line, " already"));
      return;
    }
    // A value that is left out has no place of its own: say the key's.
    if (value.Is(YamlNode::Kind::kNull)) value.offset = key.offset;
    frame.node.entries.push_back({std::move(key), std::move(value)});
  }

  const SourceText& source_;
  std::vector<Diagnostic>& diagnostics_;
  YamlNode root_;
  std::vector<Frame> frames_;
  absl::flat_hash_map<YAML::anchor_t, YamlNode> anchors_;
  size_t nodes_ = 0;
  bool ok_ = true;
};

// The library's words for the mistakes that people make most, in ours.
std::string ExplainSyntaxError(const std::string& message) {
  struct Row {
    absl::string_view theirs;
    absl::string_view ours;
  };
  constexpr Row kRows[] = {
      {"illegal map value", "a ':' where none can stand; put the text in quotes"},
      {"end of map not found", "this does not fit the lines above; look at the indentation and the quotes"},
      {"end of sequence not found",
       "this does not fit the list above; look at the indentation, and put a text that "
       "begins with '{' or '[' in quotes"},
      {"end of map flow not found", "a '{' without its '}'; put a text that begins with '{' or holds ': ' in quotes"},
      {"end of sequence flow not found", "a '[' without its ']'; put a text that begins with '{' or '[' in quotes"},
      {"the referenced anchor is not defined", "unknown alias; a text that begins with '*' must be in quotes"},
      {"illegal EOF in scalar", "a quotation mark is missing at the end of this text"},
      {"unknown escape character", "unknown escape in a text in double quotes; use single quotes"},
      {"unexpected character in block scalar", "unexpected character after '|' or '>'"},
      {"unknown token", "unexpected character; put the text in quotes"},
  };
  for (const Row& row : kRows) {
    if (absl::StartsWith(message, row.theirs)) return std::string(row.ours);
  }
  return absl::StrCat("not valid YAML: ", message);
}

void ReportTabs(const SourceText& source, size_t offset, std::string& message) {
  const std::string& text = source.text();
  const size_t line = text.rfind('\n', offset == 0 ? 0 : offset - 1);
  const size_t start = line == std::string::npos ? 0 : line + 1;
  const size_t first = text.find_first_not_of(" \t", start);
  if (text.substr(start, first - start).find('\t') != std::string::npos) {
    message = "a tab cannot indent YAML; use spaces";
  }
}

}  // namespace

const YamlNode* YamlNode::Find(absl::string_view key) const {
  for (const auto& entry : entries) {
    if (entry.first.scalar != key) continue;
    entry.second.was_read = true;
    return &entry.second;
  }
  return nullptr;
}

void YamlNode::MarkRead() const {
  was_read = true;
  for (const YamlNode& item : items) item.MarkRead();
  for (const YamlEntry& entry : entries) entry.second.MarkRead();
}

const YamlNode* YamlNode::FindKey(absl::string_view key) const {
  for (const auto& entry : entries) {
    if (entry.first.scalar == key) return &entry.first;
  }
  return nullptr;
}

SourceText::SourceText(std::string path, std::string text)
    : path_(std::move(path)),
      text_(std::move(text)),
      line_starts_(LineStarts(text_)),
      point_marks_(PointMarks(text_)) {}

LineColumn SourceText::Locate(size_t offset) const {
  return LocateIn(text_, line_starts_, point_marks_, std::min(offset, text_.size()));
}

Diagnostic SourceText::Problem(size_t offset, std::string message, Diagnostic::Level level) const {
  offset = std::min(offset, text_.size());
  Diagnostic diagnostic;
  diagnostic.level = level;
  diagnostic.path = path_;
  diagnostic.at = Locate(offset);
  diagnostic.message = std::move(message);
  diagnostic.line_text = std::string(LineAt(text_, line_starts_, offset));
  return diagnostic;
}

std::optional<YamlNode> ParseYaml(const SourceText& source, std::vector<Diagnostic>& diagnostics) {
  if (const std::optional<size_t> bad = FindInvalidUtf8(source.text()); bad.has_value()) {
    // The line itself is left out: it cannot be shown.
    Diagnostic problem = source.Problem(*bad, absl::StrCat("not valid UTF-8 at byte ", *bad));
    problem.line_text.clear();
    diagnostics.push_back(std::move(problem));
    return std::nullopt;
  }
  TreeBuilder builder(source, diagnostics);
  try {
    std::istringstream stream(source.text());
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    const bool ok = builder.ok();
    YamlNode root = builder.TakeRoot();
    std::vector<Diagnostic> ignored;
    TreeBuilder second(source, ignored);
    if (parser.HandleNextDocument(second)) {
      diagnostics.push_back(source.Problem(second.TakeRoot().offset,
                                           "a second document begins here; a file holds one, so take out the '---'"));
      return std::nullopt;
    }
    // A duplicate key has been reported; the rest of the tree is whole, so its other mistakes can be found too.
    (void)ok;
    return root;
  } catch (const YAML::ParserException& e) {
    const size_t offset = e.mark.pos < 0 ? 0 : static_cast<size_t>(e.mark.pos);
    std::string message = ExplainSyntaxError(e.msg);
    ReportTabs(source, std::min(offset, source.text().size()), message);
    diagnostics.push_back(source.Problem(offset, std::move(message)));
  } catch (const TooManyNodes& e) {
    diagnostics.push_back(source.Problem(
        e.offset, absl::StrCat("more than ", kMaxNodes, " values in one file, copies made by aliases counted")));
  } catch (const std::exception& e) {
    diagnostics.push_back(source.Problem(0, absl::StrCat("not valid YAML: ", e.what())));
  }
  return std::nullopt;
}

namespace {

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// How many bytes of the file an escape of a double-quoted scalar takes: \n 2, \x41 4, A 6, \U00000041 10.
size_t EscapeSize(char kind) {
  switch (kind) {
    case 'x':
      return 4;
    case 'u':
      return 6;
    case 'U':
      return 10;
    default:
      return 2;
  }
}

}  // namespace

size_t OffsetInScalar(absl::string_view file_text, size_t offset, ScalarStyle style, absl::string_view value,
                      size_t index) {
  size_t at = offset;
  if (style == ScalarStyle::kSingleQuoted || style == ScalarStyle::kDoubleQuoted) ++at;
  if (style == ScalarStyle::kBlock) {
    const size_t line = file_text.find('\n', at);
    if (line == absl::string_view::npos) return offset;
    at = line + 1;
    while (at < file_text.size() && IsBlank(file_text[at])) ++at;
  }
  size_t in_value = 0;
  while (in_value < index && in_value < value.size() && at < file_text.size()) {
    const char wanted = value[in_value];
    if (style == ScalarStyle::kDoubleQuoted && file_text[at] == '\\' && at + 1 < file_text.size()) {
      at += EscapeSize(file_text[at + 1]);
      in_value += static_cast<size_t>(DecodeUtf8(value, in_value).size);
      continue;
    }
    if (IsBlank(wanted) && IsBlank(file_text[at])) {
      // A line break and the indentation after it stand for one space, or for one or more breaks.
      const bool folds =
          file_text.substr(at, file_text.find_first_not_of(" \t\r\n", at) - at).find('\n') != absl::string_view::npos;
      if (folds) {
        while (at < file_text.size() && IsBlank(file_text[at])) ++at;
        while (in_value < value.size() && IsBlank(value[in_value])) ++in_value;
        continue;
      }
    }
    at += style == ScalarStyle::kSingleQuoted && wanted == '\'' ? 2 : 1;
    ++in_value;
  }
  return std::min(at, file_text.size());
}

}  // namespace crosscheck
