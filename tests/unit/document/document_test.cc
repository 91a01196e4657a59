#include "crosscheck/document.h"

#include <ctime>

#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "base/utf8.h"
#include "unit/document/outline.h"

namespace crosscheck {

namespace {

std::string ErrorOf(absl::string_view path, absl::string_view text) {
  DocumentInfo info;
  info.path = std::string(path);
  const absl::StatusOr<Document> document = Document::FromText(std::move(info), std::string(text));
  REQUIRE_FALSE(document.ok());
  CHECK(document.status().code() == absl::StatusCode::kInvalidArgument);
  return std::string(document.status().message());
}

// What a word of a block came from, without marks that are not shown; HTML entities are resolved by hand.
std::string Plain(absl::string_view slice) {
  return Fold(absl::StrReplaceAll(slice, {{"&amp;", "&"},
                                          {"&#8217;", "’"},
                                          {"&rsquo;", "’"},
                                          {"&eacute;", "é"},
                                          {"&#xA3;", "£"},
                                          {"&ldquo;", "“"},
                                          {"&rdquo;", "”"},
                                          {"&ndash;", "–"},
                                          {"&#128;", "€"},
                                          {"&lt;", "<"},
                                          {"\u00ad", ""},
                                          {"\u200b", ""},
                                          {"\\", ""},
                                          {"</b>", ""},
                                          {"*", ""},
                                          {"&copy;", "©"}}));
}

// Every word of every block slices, in the document, to bytes that fold to the word.
void CheckMaps(const Document& document) {
  for (const Block& block : document.blocks()) {
    CAPTURE(block.text);
    size_t covered = 0;
    for (const MapPiece& piece : block.map) {
      CHECK(piece.in_block == covered);
      covered += piece.block_size;
      CHECK(piece.in_document + piece.document_size <= document.text().size());
    }
    CHECK(covered == block.text.size());
    size_t at = 0;
    for (absl::string_view word : absl::StrSplit(block.text, ' ')) {
      const TextSpan span = block.ToDocument({at, at + word.size()});
      CAPTURE(word);
      CAPTURE(document.Slice(span));
      CHECK(Plain(document.Slice(span)) == Plain(word));
      at += word.size() + 1;
    }
  }
  for (const Segment& segment : document.segments()) {
    const Block& block = document.blocks()[segment.block];
    CHECK(segment.span.begin < segment.span.end);
    CHECK(segment.span.end <= block.text.size());
  }
}

}  // namespace

TEST_CASE("FromText refuses what is no text, and says where") {
  CHECK(ErrorOf("a.txt", "") == "is empty");
  CHECK(ErrorOf("a.txt", " \n\t\u00a0\n") == "holds only white space");
  CHECK(ErrorOf("a.txt",
                "ferry\xff"
                "boat") == "is not valid UTF-8 at byte 5");
  CHECK(ErrorOf("a.html", "<p>caf\xe9</p>") == "is not valid UTF-8 at byte 6");
  CHECK(ErrorOf("a.txt", absl::string_view("ferry\0boat", 10)) == "is binary, not text: a NUL at byte 5");
  CHECK(absl::StrContains(ErrorOf("a.xyz", "text"), "unknown format '.xyz'"));
}

TEST_CASE("FromText chooses the format by the ending, and HTML by its first words") {
  CHECK(Outline(Read("a.MD", "# Ferry sinks\n\nIt sank.")) == "title: Ferry sinks\nparagraph: It sank.");
  CHECK(Outline(Read("dir.d/notes", "It *sank* today.")) == "paragraph: It *sank* today.");
  CHECK(Outline(Read("notes.2025", "It sank today.")) == "paragraph: It sank today.");
  CHECK(Outline(Read("https://example.com/story.aspx", "It sank today.")) == "paragraph: It sank today.");
  CHECK(Outline(Read("a.txt", "\n<!DOCTYPE HTML><p>It <b>sank</b>.")) == "paragraph: It sank.");
  CHECK(Outline(Read("a.xhtml", "<p>It sank.")) == "paragraph: It sank.");
}

TEST_CASE("a document keeps its bytes, their digest and its lines") {
  const Document document = Read("a.txt", "\xEF\xBB\xBFThe ferry sank.\r\n\r\nIt was “old”.\r\n");
  CHECK(Outline(document) == "paragraph: The ferry sank.\nparagraph: It was “old”.");
  CHECK(document.text().size() == 41);
  CHECK(document.sha256().size() == 64);
  const TextSpan old = document.blocks()[1].ToDocument(document.blocks()[1].quotes[0]);
  CHECK(document.Slice(old) == "old");
  CHECK(document.Locate(old.begin) == LineColumn{3, 9});
  CheckMaps(document);
}

TEST_CASE("maps lead each word back to its bytes") {
  CheckMaps(
      Read("a.txt",
           "FERRY  SINKS\n\nThe old\tferry\u00a0sank off Moss on Mon\u00addday, the harbour\nmaster’s office said on "
           "Tuesday evening in a\nshort statement to the press.\n\n- One  person\n  was hurt\n\nCost ..... $5 million\n"
           "Crew: 12\nShips: 3\n"));
  CheckMaps(Read(
      "a.md",
      "# The *old* ferry\n\nIt **sank** off [Moss](http://x.example) with `12` crew &amp; a cat&#8217;s kittens\\*.\n"
      "> Nobody\n> was *hurt*, he said.\n\n| Year | Crew |\n|---|--:|\n| 2024 | **12** |\n\n1. one  item\n   goes "
      "on\n"));
  CheckMaps(
      Read("a.html",
           "<h1>The old&nbsp;ferry</h1><p>It <b>sa</b>nk off Moss &amp; the caf&eacute;&#8217;s crew of 12\r\n paid "
           "&#xA3;5 or "
           "&#128;6 &ndash; &ldquo;all&rdquo; of</bogus> it &lt;5 AT&T &copy; R&D.<ul><li>One <!-- two -->three</ul>"
           "<table><tr><th>Year<th>Crew<tr><td>2024<td>12</table>"));
}

TEST_CASE("every block has a segment; titles, headings and cells have one") {
  const Document document =
      Read("a.md", "# It sank. All left.\n\nIt sank. All left.\n\n| A | B. C |\n|---|---|\n| 1. 2 | x |\n");
  std::vector<int> counts(document.blocks().size(), 0);
  for (const Segment& segment : document.segments()) ++counts[segment.block];
  CHECK(counts == std::vector<int>{1, 2, 1, 1, 1, 1});
  CHECK(document.SegmentText(document.segments()[1]) == "It sank.");
}

TEST_CASE("a quotation that is continued in the next paragraph runs to the end of the first") {
  const Document document =
      Read("a.txt", "The master spoke at length that night, as he often did: “We waited.\n\n“Nobody came.” He left.\n");
  CHECK(Quotes(document.blocks()[0]) == std::vector<std::string>{"We waited."});
  CHECK(Quotes(document.blocks()[1]) == std::vector<std::string>{"Nobody came."});
}

TEST_CASE("reading is linear in the size of the text") {
#if defined(__SANITIZE_ADDRESS__)
  constexpr size_t kLarge = 160'000;  // checked memory is slow memory
#else
  constexpr size_t kLarge = 1'000'000;
#endif
  const auto seconds = [](absl::string_view path, const std::string& text) {
    const std::clock_t start = std::clock();
    Read(path, text);
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  };
  const auto repeated = [](absl::string_view piece, size_t size) {
    std::string text;
    while (text.size() < size) text.append(piece.data(), piece.size());
    return text;
  };
  for (absl::string_view piece :
       {"The ferry of Moss (a town) sank on “Monday”, the U.S. Navy said. ", "word ", "(((\"'‘“. ",
        "It's the workers' 'x. ", "1. a\n", "A: b c d.\n", "Q. a b?\nA. c d.\n", "a  1  2\n", "| a | 1 |\n"}) {
    for (absl::string_view path : {"a.txt", "a.md", "a.html"}) {
      CAPTURE(piece);
      CAPTURE(path);
      // Eight times the text costs about 8 times the time, up to 20 where only the small one fits the cache, and
      // 64 were it quadratic. What another process adds comes and goes: one quiet attempt of five is enough.
      const std::string small_text = repeated(piece, kLarge / 8);
      const std::string large_text = repeated(piece, kLarge);
      bool linear = false;
      for (int attempt = 0; attempt < 5 && !linear; ++attempt) {
        const double small = seconds(path, small_text);
        linear = seconds(path, large_text) < 0.2 + small * 40;
      }
      CHECK(linear);
    }
  }
}

}  // namespace crosscheck
