#include "report/json_text.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "report/escape.h"

namespace crosscheck {

struct JsonText::Impl {
  Impl() : writer(buffer) { writer.SetIndent(' ', 1); }
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer;
};

JsonText::JsonText() : impl_(std::make_unique<Impl>()) {}
JsonText::~JsonText() = default;

void JsonText::Open(char bracket) { bracket == '{' ? impl_->writer.StartObject() : impl_->writer.StartArray(); }
void JsonText::Close(char bracket) { bracket == '}' ? impl_->writer.EndObject() : impl_->writer.EndArray(); }
void JsonText::Key(absl::string_view key) {
  impl_->writer.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
}
void JsonText::Text(absl::string_view value) {
  const std::string valid = RepairedUtf8(value);  // paths come from the file system and need not be UTF-8
  impl_->writer.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
}
void JsonText::Number(int value) { impl_->writer.Int(value); }
void JsonText::Bool(bool value) { impl_->writer.Bool(value); }

void JsonText::Field(absl::string_view key, absl::string_view value) {
  Key(key);
  Text(value);
}
void JsonText::Field(absl::string_view key, int value) {
  Key(key);
  Number(value);
}
void JsonText::Field(absl::string_view key, bool value) {
  Key(key);
  Bool(value);
}
void JsonText::Field(absl::string_view key, const std::vector<std::string>& values) {
  Key(key);
  Open('[');
  for (const std::string& value : values) Text(value);
  Close(']');
}

std::string JsonText::Take() { return std::string(impl_->buffer.GetString(), impl_->buffer.GetSize()); }

}  // namespace crosscheck
