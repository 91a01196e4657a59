#include "document/docx_comments.h"

#include <algorithm>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "document/docx_parts.h"
#include "document/docx_reader.h"
#include "document/zip_file.h"

namespace crosscheck {

namespace {

constexpr absl::string_view kAuthor = "crosscheck";
constexpr absl::string_view kRelationKind =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
constexpr absl::string_view kContentType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

using Xml = std::unique_ptr<pugi::xml_document>;

std::string Saved(const pugi::xml_document& xml) {
  struct Writer : pugi::xml_writer {
    void write(const void* data, size_t size) override { out.append(static_cast<const char*>(data), size); }
    std::string out;
  } writer;
  xml.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return std::move(writer.out);
}

// A place in a stretch, and the marks of the comments that begin and end there.
struct Marks {
  std::vector<int> begins, ends;  // ids
};

class Annotator {
 public:
  Annotator(DocxParts& parts, const std::vector<DocxStretch>& stretches) : w_(parts.prefix), stretches_(stretches) {}

  // Whether there are words to which the comment can be put.
  bool Plan(TextSpan span, int id) {
    const auto first = std::find_if(stretches_.begin(), stretches_.end(),
                                    [&](const DocxStretch& s) { return s.begin + s.size > span.begin; });
    auto last = first;
    while (last != stretches_.end() && std::next(last) != stretches_.end() && std::next(last)->begin < span.end) ++last;
    if (first == stretches_.end() || first->begin >= span.end) return false;
    const size_t from = std::max(span.begin, first->begin) - first->begin;
    const size_t to = std::min(span.end, last->begin + last->size) - last->begin;
    // What stands elsewhere is marked as a whole.
    marks_[{Index(first), first->text.empty() ? 0 : from}].begins.push_back(id);
    marks_[{Index(last), last->text.empty() ? last->size : to}].ends.push_back(id);
    return true;
  }

  // From the end to the beginning, so that a split leaves every earlier place where it was.
  void Apply() {
    for (auto mark = marks_.rbegin(); mark != marks_.rend(); ++mark) {
      const DocxStretch& stretch = stretches_[mark->first.first];
      const size_t offset = mark->first.second;
      pugi::xml_node run = stretch.run;
      pugi::xml_node parent = run.parent();
      if (offset == 0 && (stretch.text.empty() || IsFirst(run, stretch.text))) {
        for (const int id : mark->second.begins)
          Named(parent.insert_child_before((w_ + "commentRangeStart").c_str(), run), id);
        continue;
      }
      if (!stretch.text.empty()) Split(run, stretch.text, offset);
      // Each is put right after the run, so the last comes first: ends before what begins there.
      for (const int id : mark->second.begins)
        Named(parent.insert_child_after((w_ + "commentRangeStart").c_str(), run), id);
      for (const int id : mark->second.ends) {
        pugi::xml_node reference = parent.insert_child_after((w_ + "r").c_str(), run);
        Named(reference.append_child((w_ + "commentReference").c_str()), id);
        Named(parent.insert_child_after((w_ + "commentRangeEnd").c_str(), run), id);
      }
    }
  }

 private:
  size_t Index(std::vector<DocxStretch>::const_iterator stretch) const {
    return static_cast<size_t>(stretch - stretches_.begin());
  }
  void Named(pugi::xml_node node, int id) const { node.append_attribute((w_ + "id").c_str()).set_value(id); }
  bool IsProperties(pugi::xml_node node) const { return absl::string_view(node.name()) == w_ + "rPr"; }

  bool IsFirst(pugi::xml_node run, pugi::xml_node text) const {
    for (const pugi::xml_node child : run.children()) {
      if (child == text) return true;
      if (child.type() == pugi::node_element && !IsProperties(child)) return false;
    }
    return false;
  }

  static void SetText(pugi::xml_node text, const std::string& words) {
    text.text().set(words.c_str());
    pugi::xml_attribute space = text.attribute("xml:space");
    if (space.empty()) space = text.append_attribute("xml:space");
    space.set_value("preserve");
  }

  // Leaves in `run` what stands before the byte `offset` of `text`; the rest goes to a run of the same kind after it.
  void Split(pugi::xml_node run, pugi::xml_node text, size_t offset) const {
    const std::string words = text.text().get();
    if (offset >= words.size() && text.next_sibling().empty()) return;
    size_t index = 0;
    for (pugi::xml_node at = run.first_child(); at != text; at = at.next_sibling()) ++index;
    pugi::xml_node rest = run.parent().insert_copy_after(run, run);
    pugi::xml_node at = rest.first_child();
    for (size_t i = 0; i < index; ++i) {
      const pugi::xml_node next = at.next_sibling();
      if (!IsProperties(at)) rest.remove_child(at);
      at = next;
    }
    offset >= words.size() ? void(rest.remove_child(at)) : SetText(at, words.substr(offset));
    while (!text.next_sibling().empty()) run.remove_child(text.next_sibling());
    offset == 0 ? void(run.remove_child(text)) : SetText(text, words.substr(0, offset));
  }

  const std::string w_;
  const std::vector<DocxStretch>& stretches_;
  std::map<std::pair<size_t, size_t>, Marks> marks_;
};

absl::StatusOr<Xml> ReadOr(ZipFile& zip, const std::string& name, absl::string_view otherwise) {
  const absl::StatusOr<std::optional<std::string>> bytes = zip.Read(name);
  if (!bytes.ok()) return bytes.status();
  return ParseXml(name, bytes->has_value() ? absl::string_view(**bytes) : otherwise);
}

// The part with the comments, its name and what has to be said elsewhere where it is new.
class CommentsPart {
 public:
  static absl::StatusOr<CommentsPart> Open(ZipFile& zip, const DocxParts& parts) {
    CommentsPart out;
    const auto known = parts.names.find("comments");
    out.is_new_ = known == parts.names.end();
    const size_t slash = parts.main_name.rfind('/') + 1;  // npos + 1 is 0
    out.name_ = out.is_new_ ? absl::StrCat(parts.main_name.substr(0, slash), "comments.xml") : known->second;
    const std::string xmlns = absl::StrCat("xmlns:", absl::StripSuffix(parts.prefix, ":"));
    const absl::string_view space = parts.main->document_element().attribute(xmlns.c_str()).value();
    const std::string empty = absl::StrCat("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<",
                                           parts.prefix, "comments ", xmlns, "=\"", space, "\"/>");
    absl::StatusOr<Xml> xml = out.is_new_ ? ParseXml(out.name_, empty) : ReadOr(zip, out.name_, empty);
    if (!xml.ok()) return xml.status();
    out.xml_ = *std::move(xml);
    const absl::string_view root = out.xml_->document_element().name();
    out.w_ = std::string(root.substr(0, root.find(':') + 1));
    for (const pugi::xml_node comment : out.xml_->document_element().children()) {
      out.next_ = std::max(out.next_, comment.attribute((out.w_ + "id").c_str()).as_int(-1) + 1);
    }
    return out;
  }

  int next() const { return next_; }

  void Add(const DocxComment& comment, absl::CivilDay day) {
    pugi::xml_node node = xml_->document_element().append_child((w_ + "comment").c_str());
    const std::pair<const char*, std::string> attributes[] = {{"id", absl::StrCat(next_++)},
                                                              {"author", std::string(kAuthor)},
                                                              {"date", absl::FormatCivilTime(day) + "T00:00:00Z"},
                                                              {"initials", "cc"}};
    for (const auto& [key, value] : attributes) node.append_attribute((w_ + key).c_str()).set_value(value.c_str());
    for (const std::string& line : comment.lines) {
      pugi::xml_node paragraph = node.append_child((w_ + "p").c_str());
      pugi::xml_node text = paragraph.append_child((w_ + "r").c_str()).append_child((w_ + "t").c_str());
      text.append_attribute("xml:space").set_value("preserve");
      text.text().set(line.c_str());
    }
  }

  absl::Status Save(ZipFile& zip, const DocxParts& parts, std::map<std::string, std::string>& entries) const {
    entries[name_] = Saved(*xml_);
    if (!is_new_) return absl::OkStatus();
    const std::string relations = RelationsOf(parts.main_name);
    const absl::StatusOr<Xml> links = ReadOr(
        zip, relations, "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>");
    if (!links.ok()) return links.status();
    pugi::xml_node link = (*links)->document_element().append_child("Relationship");
    link.append_attribute("Id").set_value("rIdCrosscheckComments");
    link.append_attribute("Type").set_value(std::string(kRelationKind).c_str());
    link.append_attribute("Target").set_value(("/" + name_).c_str());
    entries[relations] = Saved(**links);
    const std::string types_name = "[Content_Types].xml";
    const absl::StatusOr<Xml> types = ReadOr(zip, types_name, "<Types/>");
    if (!types.ok()) return types.status();
    pugi::xml_node type = (*types)->document_element().append_child("Override");
    type.append_attribute("PartName").set_value(("/" + name_).c_str());
    type.append_attribute("ContentType").set_value(std::string(kContentType).c_str());
    entries[types_name] = Saved(**types);
    return absl::OkStatus();
  }

 private:
  Xml xml_;
  std::string name_, w_;
  bool is_new_ = false;
  int next_ = 0;
};

}  // namespace

absl::StatusOr<std::string> AddDocxComments(absl::string_view bytes, const std::vector<DocxComment>& comments,
                                            absl::CivilDay day) {
  absl::StatusOr<DocxParts> parts = OpenDocx(bytes);
  if (!parts.ok()) return parts.status();
  std::vector<DocxStretch> stretches;
  const absl::StatusOr<ExtractedText> read = ReadDocxParts(*parts, &stretches);
  if (!read.ok()) return read.status();
  absl::StatusOr<ZipFile> zip = ZipFile::Open(bytes);
  if (!zip.ok()) return zip.status();
  absl::StatusOr<CommentsPart> part = CommentsPart::Open(*zip, *parts);
  if (!part.ok()) return part.status();
  Annotator annotator(*parts, stretches);
  bool any = false;
  for (const DocxComment& comment : comments) {
    if (!annotator.Plan(comment.span, part->next())) continue;
    part->Add(comment, day);
    any = true;
  }
  if (!any) return std::string(bytes);
  annotator.Apply();
  std::map<std::string, std::string> entries;
  if (const absl::Status saved = part->Save(*zip, *parts, entries); !saved.ok()) return saved;
  pugi::xml_node declaration = parts->main->first_child();
  if (declaration.type() == pugi::node_declaration && !declaration.attribute("encoding").empty()) {
    declaration.attribute("encoding").set_value("UTF-8");
  }
  entries[parts->main_name] = Saved(*parts->main);
  return ReplaceInZip(bytes, entries);
}

}  // namespace crosscheck
