#include "document/eml.h"

#include <gmime/gmime.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "base/utf8.h"
#include "document/charset.h"
#include "document/story.h"

namespace crosscheck {

namespace {

constexpr int kDeepest = 30;      // parts inside one another
constexpr size_t kMostNamed = 5;  // attachments

struct Unref {
  template <typename T>
  void operator()(T* object) const {
    g_object_unref(object);
  }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

std::string OrEmpty(const char* text) { return text == nullptr ? "" : text; }

// The text of a part as UTF-8; nullopt where its charset is unknown or is not what it says.
std::optional<std::string> TextOf(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) return "";
  const Owned<GMimeStream> stream(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, stream.get());
  GByteArray* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  std::string bytes;
  if (array->len > 0) bytes.assign(reinterpret_cast<const char*>(array->data), array->len);
  const char* stated = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
  return ToUtf8(bytes, OrEmpty(stated));
}

// What a mail repeats of the one that it answers or passes on, apart from what it says itself.
struct Reply {
  std::string own, quoted;
};

bool OpensQuotation(absl::string_view line) {
  line = absl::StripAsciiWhitespace(line);
  if (absl::StartsWith(line, "On ") && absl::EndsWith(line, "wrote:")) return true;
  return absl::StartsWith(line, "-----Original Message") || absl::StartsWith(line, "________________________________");
}

Reply SplitReply(absl::string_view text) {
  Reply out;
  bool rest = false;  // all that follows is the other mail
  for (const absl::string_view line : absl::StrSplit(text, '\n')) {
    if (line == "-- " || line == "-- \r" || absl::StartsWith(line, "-----Original Message")) rest = true;
    const bool quoted = rest || absl::StartsWith(line, ">") || OpensQuotation(line);
    absl::string_view shown = line;
    while (absl::ConsumePrefix(&shown, ">")) absl::ConsumePrefix(&shown, " ");
    absl::StrAppend(quoted ? &out.quoted : &out.own, shown, "\n");
  }
  return out;
}

class MailReader {
 public:
  absl::StatusOr<ExtractedText> Read(GMimeMessage* message) {
    ReadHeaders(message);
    ReadPart(g_mime_message_get_mime_part(message), 0);
    if (!status_.ok()) return status_;
    if (!attachments_.empty()) {
      const size_t shown = std::min(attachments_.size(), kMostNamed);
      story_.notes.push_back(absl::StrCat(
          attachments_.size(), attachments_.size() == 1 ? " attachment is" : " attachments are", " not read: ",
          absl::StrJoin(attachments_.begin(), attachments_.begin() + static_cast<std::ptrdiff_t>(shown), ", "),
          shown < attachments_.size() ? ", …" : ""));
    }
    if (!has_body_) return absl::InvalidArgumentError("holds no text part");
    return story_.Extract();
  }

 private:
  void ReadHeaders(GMimeMessage* message) {
    // The day that stands there, in the sender's own zone.
    const char* date = g_mime_object_get_header(GMIME_OBJECT(message), "Date");
    story_.stated.published = StatedDay(OrEmpty(date));
    InternetAddressList* from = g_mime_message_get_from(message);
    if (from != nullptr && internet_address_list_length(from) > 0) {
      InternetAddress* sender = internet_address_list_get_address(from, 0);
      story_.stated.publisher = OrEmpty(internet_address_get_name(sender));
      if (story_.stated.publisher.empty() && INTERNET_ADDRESS_IS_MAILBOX(sender)) {
        story_.stated.publisher = OrEmpty(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(sender)));
      }
    }
    if (FindInvalidUtf8(story_.stated.publisher)) story_.stated.publisher.clear();
    const std::string subject = OrEmpty(g_mime_message_get_subject(message));
    if (FindInvalidUtf8(subject)) {
      status_ = absl::InvalidArgumentError("has a subject that is not valid in its charset");
      return;
    }
    story_.AddLine("subject", Zone::kTitle, subject);
  }

  void ReadPart(GMimeObject* part, int depth) {
    if (part == nullptr || !status_.ok()) return;
    if (depth > kDeepest) {
      status_ = absl::InvalidArgumentError(absl::StrCat("nests more than ", kDeepest, " parts"));
    } else if (GMIME_IS_MULTIPART(part)) {
      ReadMultipart(GMIME_MULTIPART(part), depth);
    } else if (GMIME_IS_MESSAGE_PART(part)) {
      attachments_.emplace_back("a mail");
    } else if (GMIME_IS_PART(part)) {
      ReadLeaf(GMIME_PART(part));
    }
  }

  // Of a multipart/alternative one part is read: plain text where there is some, else the last, which says most.
  void ReadMultipart(GMimeMultipart* parts, int depth) {
    const int count = g_mime_multipart_get_count(parts);
    const GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(parts));
    if (count > 0 && g_mime_content_type_is_type(const_cast<GMimeContentType*>(type), "multipart", "alternative")) {
      GMimeObject* chosen = g_mime_multipart_get_part(parts, count - 1);
      for (int i = 0; i < count; ++i) {
        GMimeObject* part = g_mime_multipart_get_part(parts, i);
        if (IsText(part, "plain")) chosen = part;
      }
      return ReadPart(chosen, depth + 1);
    }
    for (int i = 0; i < count; ++i) ReadPart(g_mime_multipart_get_part(parts, i), depth + 1);
  }

  static bool IsText(GMimeObject* part, const char* kind) {
    return g_mime_content_type_is_type(g_mime_object_get_content_type(part), "text", kind) != 0;
  }

  void ReadLeaf(GMimePart* part) {
    const bool html = IsText(GMIME_OBJECT(part), "html");
    const bool plain = IsText(GMIME_OBJECT(part), "plain");
    if ((!html && !plain) || g_mime_part_is_attachment(part)) {
      const std::string name = OrEmpty(g_mime_part_get_filename(part));
      std::unique_ptr<char, decltype(&g_free)> type(
          g_mime_content_type_get_mime_type(g_mime_object_get_content_type(GMIME_OBJECT(part))), &g_free);
      attachments_.push_back(name.empty() || FindInvalidUtf8(name) ? OrEmpty(type.get()) : name);
      return;
    }
    const std::optional<std::string> text = TextOf(part);
    if (!text) {
      const char* charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
      status_ = absl::InvalidArgumentError(
          absl::StrCat("has a text part that is not valid in its charset, ", charset == nullptr ? "UTF-8" : charset));
      return;
    }
    has_body_ = has_body_ || !absl::StripAsciiWhitespace(*text).empty();
    if (html) {
      story_.AddHtml("body", *text);
      return;
    }
    const Reply reply = SplitReply(*text);
    story_.AddText("body", reply.own);
    story_.AddText("quoted mail", reply.quoted, true);
  }

  Story story_;
  std::vector<std::string> attachments_;
  bool has_body_ = false;
  absl::Status status_;
};

}  // namespace

absl::StatusOr<ExtractedText> ReadMail(absl::string_view bytes) {
  StartGMime();
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (message == nullptr) return absl::InvalidArgumentError("is no mail");
  const auto has = [&message](const char* header) {
    return g_mime_object_get_header(GMIME_OBJECT(message.get()), header) != nullptr;
  };
  if (!has("From") && !has("Date") && !has("Subject")) {
    return absl::InvalidArgumentError("is no mail: it has neither From nor Date nor Subject");
  }
  return MailReader().Read(message.get());
}

}  // namespace crosscheck
