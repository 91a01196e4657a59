#ifndef CROSSCHECK_RULE_YAML_READER_H_
#define CROSSCHECK_RULE_YAML_READER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "crosscheck/diagnostic.h"
#include "crosscheck/text_span.h"

// The one place that knows the YAML library: text in, a tree with byte offsets out, or diagnostics.
namespace crosscheck {

// How a scalar was written, which decides how its characters map to those of the file.
enum class ScalarStyle : uint8_t { kPlain, kSingleQuoted, kDoubleQuoted, kBlock };

struct YamlEntry;

// Where nodes of several files stand in one tree (a rule that extends another), an offset says which file it is in: the
// file's number plus one in the upper bits, the byte in the lower. 0 in the upper bits is the file that is being read.
constexpr int kFileBits = 40;
constexpr size_t OffsetInFile(size_t file, size_t offset) { return (file + 1) << kFileBits | offset; }
constexpr size_t FileOfOffset(size_t offset, size_t otherwise) {
  return offset >> kFileBits == 0 ? otherwise : (offset >> kFileBits) - 1;
}
constexpr size_t ByteOfOffset(size_t offset) { return offset & ((size_t{1} << kFileBits) - 1); }

// A value of a YAML document. Aliases are replaced by copies of what they name.
struct YamlNode {
  enum class Kind : uint8_t { kNull, kScalar, kList, kMap };

  Kind kind = Kind::kNull;
  ScalarStyle style = ScalarStyle::kPlain;
  size_t offset = 0;  // byte of the file where it begins (a quoted scalar: its quote; a block scalar: its '|' or '>')
  size_t nodes = 1;   // nodes in this subtree, itself counted
  std::string scalar;
  std::vector<YamlNode> items;                           // kList
  std::vector<YamlEntry> entries;                        // kMap, in file order; every key a scalar, no two equal
  const YamlNode* Find(absl::string_view key) const;     // kMap; nullptr where it has no such key
  const YamlNode* FindKey(absl::string_view key) const;  // the key itself, for its position
  bool Is(Kind wanted) const { return kind == wanted; }

  // Set by whoever reads the value of a key, Find included: what was not read had no effect, and is then an error.
  mutable bool was_read = false;
  void MarkRead() const;  // this and all below it
};

// A key of a map and its value. (A std::pair of an unfinished type is more than clang 14 takes.)
struct YamlEntry {
  YamlNode first;
  YamlNode second;
};

// A file that a person wrote, and where its lines begin. Keep it alive while nodes are read.
class SourceText {
 public:
  SourceText(std::string path, std::string text);

  const std::string& path() const { return path_; }
  const std::string& text() const { return text_; }
  LineColumn Locate(size_t offset) const;
  Diagnostic Problem(size_t offset, std::string message, Diagnostic::Level level = Diagnostic::Level::kError) const;

 private:
  std::string path_;
  std::string text_;
  std::vector<size_t> line_starts_;
  std::vector<size_t> point_marks_;
};

// The single document of `source`. Appends a diagnostic for each duplicate key, and one where the text is not valid
// UTF-8, is not YAML, holds a second document, or has aliases that expand to more than 200,000 nodes; nullopt where
// the tree would be incomplete. An empty file is a null node. Throws nothing.
std::optional<YamlNode> ParseYaml(const SourceText& source, std::vector<Diagnostic>& diagnostics);

// The byte of `file_text` that byte `index` of a scalar's value was written at. `offset` and `style` are the node's.
// index == value size gives the byte after the last one.
size_t OffsetInScalar(absl::string_view file_text, size_t offset, ScalarStyle style, absl::string_view value,
                      size_t index);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULE_YAML_READER_H_
