import CCurl

/// One transfer of libcurl, which belongs to one thread at a time. C types stop here.
struct CurlHandle: ~Copyable {
    private let pointer: UnsafeMutableRawPointer
    /// libcurl writes its words here as long as the handle lives.
    private let words: UnsafeMutablePointer<CChar>

    /// libcurl as a whole is made ready once; Debian's does so safely from any thread.
    private static let isReady = stemma_curl_global_init() == CURLE_OK

    init() throws(MailError) {
        guard Self.isReady, let pointer = curl_easy_init() else { throw .internalFailure("libcurl does not start") }
        self.pointer = pointer
        words = .allocate(capacity: Int(CURL_ERROR_SIZE))
        words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        _ = stemma_curl_set_words(pointer, words)
    }

    deinit {
        curl_easy_cleanup(pointer)
        words.deallocate()
    }

    /// Sets an option that is a number.
    func set(_ option: CURLoption, _ number: Int) throws(MailError) {
        try check(stemma_curl_set_number(pointer, option, number))
    }

    /// Sets an option that is a text, which libcurl copies.
    func set(_ option: CURLoption, _ text: String) throws(MailError) {
        // C would take what stands before a zero for the whole.
        guard !text.utf8.contains(0) else { throw .internalFailure("a setting holds a zero byte") }
        try check(stemma_curl_set_text(pointer, option, text))
    }

    /// Sends a letter; returns when the server has taken it over, or its time is over. Throws `CancellationError` where it was cancelled.
    func run(_ exchange: SMTPExchange, recipient: String) throws {
        guard let recipients = curl_slist_append(nil, recipient) else { throw MailError.internalFailure("no memory") }
        defer { curl_slist_free_all(recipients) }
        try check(stemma_curl_set_recipients(pointer, recipients))
        let context = Unmanaged.passUnretained(exchange).toOpaque()
        try check(stemma_curl_set_upload(pointer, Self.read, context, curl_off_t(exchange.size)))
        try check(stemma_curl_set_answer(pointer, Self.hear, context))
        try check(stemma_curl_set_progress(pointer, Self.progress, context))
        let code = withExtendedLifetime(exchange) { curl_easy_perform(pointer) }
        if code == CURLE_OK { return }
        if exchange.isCancelled { throw CancellationError() }
        var response = 0
        _ = stemma_curl_response_code(pointer, &response)
        throw MailError(code, response: response, answer: exchange.refusal, detail: detail(code))
    }

    private func check(_ code: CURLcode) throws(MailError) {
        guard code == CURLE_OK else { throw .internalFailure(detail(code)) }
    }

    private func detail(_ code: CURLcode) -> String {
        let own = String(cString: words)
        return MailError.printable((own.isEmpty ? String(cString: curl_easy_strerror(code)) : own).utf8)
    }

    private static func exchange(_ context: UnsafeMutableRawPointer?) -> SMTPExchange? {
        context.map { Unmanaged<SMTPExchange>.fromOpaque($0).takeUnretainedValue() }
    }

    private static let read: curl_read_callback = { buffer, size, count, context in
        exchange(context)?.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size * count)) ?? 0
    }

    private static let hear: curl_write_callback = { buffer, size, count, context in
        exchange(context)?.hear(UnsafeRawBufferPointer(start: buffer, count: size * count))
        return size * count
    }

    private static let progress: curl_xferinfo_callback = { context, _, _, _, _ in
        exchange(context)?.mustEnd == false ? 0 : 1
    }
}
