import CCurl

extension MailError {
    /// What a transfer ended with.
    /// - Parameters:
    ///   - response: the SMTP code that came last, 0 where none came.
    ///   - answer: the server's last refusal, empty where it refused nothing.
    ///   - detail: libcurl's own words.
    init(_ code: CURLcode, response: Int, answer: String, detail: String) {
        let saying = answer.isEmpty ? detail : answer
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT: self = .unreachable(detail)
        // Our own callback ends what goes on for too long.
        case CURLE_OPERATION_TIMEDOUT, CURLE_ABORTED_BY_CALLBACK: self = .timedOut
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR: self = .untrusted(detail)
        case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR: self = .unencrypted(saying)
        // A server that can't look passwords up right now says 454.
        case CURLE_LOGIN_DENIED where response < 400 || response >= 500: self = .loginRefused(saying)
        case _ where response >= 400: self = .refused(code: response, answer: saying)
        case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_WEIRD_SERVER_REPLY, CURLE_UPLOAD_FAILED:
            self = .cutOff(detail)
        default: self = .internalFailure(detail)
        }
    }
}
