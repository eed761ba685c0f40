/// A form with files, as `multipart/form-data` (RFC 7578).
package struct MultipartForm: Sendable, Equatable {
    /// A file that came with the form.
    package struct File: Sendable, Equatable {
        /// The name of the control.
        package let field: [UInt8]
        /// The name the browser gave the file: any bytes, not to be trusted as a path.
        package let filename: [UInt8]
        /// The bytes of the file. What the browser claims about their type is not read: the server chooses it.
        package let content: [UInt8]
    }

    /// The controls that are no files.
    package let form: FormData
    /// The files, in order. A file control left empty is not among them.
    package let files: [File]

    /// The first file of that control.
    package func file(_ field: String) -> File? {
        files.first { $0.field.elementsEqual(field.utf8) }
    }

    /// Reads a whole body, already bounded by whoever collected it. A missing final boundary ends the last part at the
    /// end of the body; parts that are no form data are refused. Linear in the length of the body.
    package init(
        body: [UInt8], contentType: String, maximumFields: Int = FormData.maximumFields
    ) throws(FormError) {
        let header = HeaderParameters(contentType.utf8)
        guard header.value == "multipart/form-data" else { throw .unsupportedContentType }
        guard let boundary = header["boundary"], (1...70).contains(boundary.count), !boundary.contains(where: { $0 < 0x20 }) else {
            throw .malformedMultipart
        }
        var fields: [FormData.Field] = []
        var files: [File] = []
        var scanner = try MultipartScanner(body: body, boundary: boundary)
        while let part = try scanner.next() {
            guard fields.count + files.count < maximumFields else { throw .tooManyFields(limit: maximumFields) }
            if let filename = part.filename {
                if !(filename.isEmpty && part.content.isEmpty) {
                    files.append(File(field: part.name, filename: filename, content: Array(part.content)))
                }
            } else {
                fields.append(FormData.Field(name: part.name, value: Array(part.content)))
            }
        }
        form = FormData(fields: fields)
        self.files = files
    }
}
