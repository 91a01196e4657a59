#include "document/pdf.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "document/pdf_lines.h"

namespace crosscheck {

namespace {

constexpr int kMostPages = 5000;
constexpr size_t kLargestText = size_t{32} << 20;  // bytes
constexpr size_t kHeadBytes = 1024;                // where a PDF must say that it is one
constexpr size_t kTailBytes = 2048;                // and where it must end

absl::Status Refuse(absl::string_view why) { return absl::InvalidArgumentError(why); }

// What the library would print otherwise, counted. It has one function for all documents, so one is read at a time.
struct Faults {
  size_t count = 0;
};
void CountFault(const std::string&, void* faults) { ++static_cast<Faults*>(faults)->count; }

std::string Utf8Of(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  std::string out(bytes.begin(), bytes.end());
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return out;
}

class PdfReader {
 public:
  absl::StatusOr<ExtractedText> Read(poppler::document& document) {
    if (document.is_locked()) return Refuse("is encrypted: it opens only with a password");
    const int pages = document.pages();
    if (pages <= 0) return Refuse("is a broken PDF: it has no pages");
    if (pages > kMostPages) return Refuse(absl::StrCat("has more than ", kMostPages, " pages"));
    for (int i = 0; i < pages; ++i) {
      const size_t before = lines_.size();
      const std::unique_ptr<poppler::page> page(document.create_page(i));
      if (page != nullptr) ReadPage(*page, i + 1);
      if (lines_.size() == before) empty_.push_back(i + 1);
      if (text_.size() > kLargestText) {
        return Refuse(absl::StrCat("holds more than ", kLargestText >> 20, " MiB of text"));
      }
    }
    if (lines_.empty()) return Refuse("has no text layer: its pages are pictures or empty");
    return Finish();
  }

 private:
  void ReadPage(const poppler::page& page, int number) {
    int count = 0;
    bool open = false, space = false;
    for (const poppler::text_box& box : page.text_list()) {
      const std::string word = Utf8Of(box.text());
      if (word.empty()) continue;
      const poppler::rectf at = box.bbox();
      if (open && Continues(at)) {
        PdfLine& line = lines_.back();
        if (IsNoteMark(word, at, line)) continue;
        if (space || at.left() - line.right > 0.1 * line.height()) text_ += ' ';
        text_ += word;
        line.right = std::max(line.right, at.right());
        line.span.end = text_.size();
      } else {
        if (open) text_ += '\n';
        PdfLine line;
        line.page = number;
        line.left = at.left();
        line.right = at.right();
        line.top = at.top();
        line.bottom = at.bottom();
        line.span = {text_.size(), text_.size() + word.size()};
        places_.push_back({text_.size(), absl::StrCat("page ", number, ", line ", ++count), false});
        text_ += word;
        lines_.push_back(line);
        open = true;
      }
      space = box.has_space_after();
    }
    if (open) text_ += '\n';
  }

  // Whether a word stands on the line, after what it holds.
  bool Continues(const poppler::rectf& at) const {
    const PdfLine& line = lines_.back();
    const double middle = (at.top() + at.bottom()) / 2;
    return middle > line.top && middle < line.bottom && at.left() > line.right - 0.5 * line.height() &&
           at.left() - line.right < 4 * line.height();
  }

  // A small raised figure after a word leads to a footnote.
  bool IsNoteMark(const std::string& word, const poppler::rectf& at, const PdfLine& line) const {
    const bool small =
        at.bottom() - at.top() < 0.75 * line.height() && at.bottom() < line.bottom - 0.15 * line.height();
    return small && word.find_first_not_of("0123456789*") == std::string::npos && !text_.empty() &&
           !absl::ascii_isdigit(static_cast<unsigned char>(text_.back()));
  }

  ExtractedText Finish() {
    ExtractedText out;
    out.text = std::move(text_);
    out.places = std::move(places_);
    out.layout = Layout::kLines;
    FindFurniture(out.text, lines_);
    out.blocks = JoinPdfLines(out.text, lines_);
    if (!empty_.empty()) {
      constexpr size_t kNamed = 10;
      const std::vector<int> named(empty_.begin(),
                                   empty_.begin() + static_cast<std::ptrdiff_t>(std::min(kNamed, empty_.size())));
      out.notes.push_back(absl::StrCat("no text on page", empty_.size() == 1 ? " " : "s ", absl::StrJoin(named, ", "),
                                       empty_.size() > kNamed ? " and more" : "", ": what stands there was not read"));
    }
    return out;
  }

  std::string text_;
  std::vector<DocumentPlace> places_;
  std::vector<PdfLine> lines_;
  std::vector<int> empty_;  // pages without text
};

absl::StatusOr<ExtractedText> ReadLocked(absl::string_view bytes) {
  Faults faults;
  poppler::set_debug_error_function(CountFault, &faults);
  try {
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (document == nullptr) return Refuse("is a broken PDF");
    absl::StatusOr<ExtractedText> read = PdfReader().Read(*document);
    if (read.ok() && faults.count > 0) {
      read->notes.push_back(absl::StrCat("the PDF has ", faults.count, faults.count == 1 ? " fault" : " faults",
                                         ": text may be missing"));
    }
    return read;
  } catch (const std::exception& error) {
    return Refuse(absl::StrCat("is a broken PDF (", error.what(), ")"));
  }
}

}  // namespace

absl::StatusOr<ExtractedText> ReadPdf(absl::string_view bytes) {
  if (!absl::StrContains(bytes.substr(0, kHeadBytes), "%PDF-")) return Refuse("is no PDF");
  // A PDF that was cut off can often be mended in part, and would pass as a shorter one.
  if (!absl::StrContains(bytes.substr(bytes.size() - std::min(bytes.size(), kTailBytes)), "%%EOF")) {
    return Refuse("is a broken PDF: its end is missing");
  }
  static std::mutex& mutex = *new std::mutex;
  const std::lock_guard<std::mutex> lock(mutex);
  absl::StatusOr<ExtractedText> read = ReadLocked(bytes);
  static Faults& nowhere = *new Faults;  // the library keeps the pointer
  poppler::set_debug_error_function(CountFault, &nowhere);
  return read;
}

}  // namespace crosscheck
