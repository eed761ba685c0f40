import Hummingbird
import Prose
import Wording
struct APIController { init(_ site: WikiSite) {} ; func addRoutes(to router: some RouterMethods<WebRequestContext>) {} }
struct APIProblem { let site: WikiSite; func answer(_ error: WebError) -> Response { Response(status: error.status) } }
