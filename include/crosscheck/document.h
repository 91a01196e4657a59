#ifndef CROSSCHECK_DOCUMENT_H_
#define CROSSCHECK_DOCUMENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "crosscheck/text_span.h"

namespace crosscheck {

struct ExtractedText;
struct Format;
struct ParsedBlock;
struct StatedInfo;

enum class Role : uint8_t { kSource, kDraft };

// What is known of a document beside its text: from the manifest, or nothing.
struct DocumentInfo {
  std::string path;  // as the user named it; what reports show
  Role role = Role::kSource;
  std::string publisher;                    // "" = unknown
  std::optional<absl::CivilDay> published;  // local day of publication
  std::string kind;                         // "primary", "secondary", "archive" or ""
  bool withdrawn = false;                   // killed or recalled: read, named, never compared
  bool usable = false;                      // said to be no such thing, whatever the file says of itself
  std::vector<std::string> supersedes;      // paths of documents that this one replaces
  std::vector<std::string> derived_from;    // paths of documents that this one copies
  bool independent = false;                 // said to copy none, whatever its wording
  std::string trust;                        // "high", "medium", "low" or ""
  std::string story = {};                   // which story of its file it is: what "#" leads to; "" = it is the file
  std::string story_id = {};  // what its agency calls the story, through all of its versions; "" = unknown
  int64_t version = 0;        // of the story; higher is later; 0 = unknown

  // `path` without the story: what the file system knows.
  std::string FilePath() const;
};

// The part that a block plays on its page.
enum class Zone : uint8_t {
  kTitle,    // headline
  kDek,      // standfirst under the headline
  kHeading,  // heading inside the body
  kParagraph,
  kListItem,   // takeaways, bullet lists
  kQuotation,  // block quotation
  kCaption,    // figure caption, photo credit line
  kTableCell,
  kByline,       // "By …", dateline stamps, "3 min read", publication lines
  kBoilerplate,  // navigation, share buttons, comment forms, related articles, newsletter prompts, footers
};
absl::string_view ZoneName(Zone zone);  // "title", "dek", …

// Where a table cell (or the value of a "Label: value" or "Label ..... value" line) stands, and what frames it.
struct CellInfo {
  int table = 0;            // number of the table in the document, from 0
  int row = 0;              // from 0, head rows counted
  int column = 0;           // from 0
  bool is_head = false;     // a row or column head itself
  std::string row_head;     // text of the first cell of the row, "" for that cell itself
  std::string column_head;  // text of the head cell above, "" where there is none
  std::string note;         // caption or a line such as "in thousands of euros", "" where there is none
};

// A stretch of block text that is copied from the document byte for byte, or stands for a stretch of it.
struct MapPiece {
  size_t in_block = 0;       // where it begins in Block::text
  size_t in_document = 0;    // where it begins in Document::text()
  size_t block_size = 0;     // bytes in the block
  size_t document_size = 0;  // bytes in the document; != block_size for entities (&amp;) and collapsed spaces
};

// A run of text in one zone, markup removed, spaces and line breaks inside it collapsed to one space,
// entities resolved. Immutable.
struct Block {
  Zone zone = Zone::kParagraph;
  std::string text;              // UTF-8
  std::vector<MapPiece> map;     // sorted, covers all of `text`
  std::vector<TextSpan> quotes;  // what stands inside quotation marks, marks left out; offsets into `text`, sorted
  std::optional<CellInfo> cell;  // for kTableCell
  std::string speaker;           // transcripts ("NAME: …", "**Tomás Rey, CFO:** …"): who speaks; else ""
  // The bytes of the document that `in_block` (a span of `text`) came from.
  TextSpan ToDocument(TextSpan in_block) const;
};

// One sentence of a block (a whole cell, heading or caption line where it has no sentence).
struct Segment {
  uint32_t block = 0;  // index into Document::blocks()
  TextSpan span;       // in that block's text, without leading and trailing spaces
};

// A comment of the markup (<!-- … -->): no text of the article, but where writers leave word for programs.
struct Comment {
  TextSpan span;     // document bytes, marks included
  std::string text;  // between the marks, without spaces at its ends
};

// A stretch of a text that its reader made of a file (Document::has_places), by the words that lead a person to it.
struct DocumentPlace {
  size_t begin = 0;         // in Document::text(); it goes on to where the next one begins
  std::string words;        // "paragraph 12"; "page 3, line 14"
  bool characters = false;  // whether what follows counts its characters: "paragraph 12, character 5"
};

// One document as read. Immutable after reading, safe for concurrent reads. Views live as long as it does.
class Document {
 public:
  // A document of the bytes of a file. The format is chosen by the ending of `info.path` (docs/documents.md lists
  // them; none is text); what begins with "<!DOCTYPE html" or "<html" is HTML under any name. kInvalidArgument if the
  // file cannot be read in this format; for files that are text themselves that is one that is not valid UTF-8 (the
  // message says at which byte, from 0), holds a NUL byte ("binary"), or is empty or only white space. Where `info`
  // does not say when, by whom and with what status it was published, what the file states of itself stands.
  static absl::StatusOr<Document> FromBytes(DocumentInfo info, std::string bytes);
  // Every document of a file. A feed holds several stories: each is named by the path, "#" and its id
  // ("feed.xml#a-12"). All other files hold one; FromBytes takes no file that holds more.
  static absl::StatusOr<std::vector<Document>> AllFromBytes(DocumentInfo info, std::string bytes);
  // A document of a text that was taken out of its file before: a name that ends in .docx, .pdf or .eml makes it
  // plain text.
  static absl::StatusOr<Document> FromText(DocumentInfo info, std::string text);

  const DocumentInfo& info() const { return info_; }
  // The file's bytes as stored; where the file is not its text (has_places), the text that its reader made of it, which
  // every span counts in.
  absl::string_view text() const { return text_; }
  const std::vector<Block>& blocks() const { return blocks_; }        // in reading order
  const std::vector<Segment>& segments() const { return segments_; }  // in reading order, boilerplate included
  const std::vector<Comment>& comments() const { return comments_; }  // of Markdown and HTML, by where they stand
  absl::string_view SegmentText(const Segment& segment) const;
  const std::string& sha256() const { return sha256_; }  // of the file's bytes, lower-case hex
  size_t file_size() const { return file_size_; }        // bytes
  // What a person should know of how it was read: "tracked changes are read as accepted: 3 insertions". A line each.
  const std::vector<std::string>& notes() const { return notes_; }

  absl::string_view Slice(TextSpan span) const;  // REQUIRES: span.end <= text().size()
  LineColumn Locate(size_t offset) const;        // O(log lines); offset <= text().size()

  // Whether a person finds an offset by the words of a place and not by line and column.
  bool has_places() const { return !places_.empty(); }
  // "line 12, column 5", "paragraph 12, character 5", "page 3, line 14".
  std::string PlaceWords(size_t offset) const;
  // Without the part of the line: "line 12", "paragraph 12", "page 3, line 14".
  std::string LineWords(size_t offset) const;
  // What follows the path where a message names a place: ":12:5", ", paragraph 12, character 5".
  std::string AfterPath(size_t offset) const;

 private:
  Document() = default;
  static absl::StatusOr<Document> Read(DocumentInfo info, const Format& format, std::string bytes);
  static absl::StatusOr<std::vector<Document>> ReadStories(const DocumentInfo& info, const Format& format,
                                                           absl::string_view bytes);
  absl::Status Take(ExtractedText read);
  void TakeStated(const StatedInfo& stated);
  void TakeBlocks(std::vector<ParsedBlock> parsed);
  const DocumentPlace& PlaceAt(size_t offset) const;
  DocumentInfo info_;
  std::string text_;
  std::string sha256_;
  size_t file_size_ = 0;
  std::vector<DocumentPlace> places_;  // sorted, the first at 0; none where the file is its text
  std::vector<std::string> notes_;
  std::vector<Block> blocks_;
  std::vector<Segment> segments_;
  std::vector<Comment> comments_;
  std::vector<size_t> line_starts_;
  std::vector<size_t> point_marks_;  // code points before every so many bytes
};

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_H_
