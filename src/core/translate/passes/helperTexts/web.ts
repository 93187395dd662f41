/** What handlers of requests and their clients need beside net/http. */
import type { HelperText } from './helperText';

export const webTexts: Record<string, HelperText> = {
  writeJSON: {
    imports: ['encoding/json', 'log', 'net/http'],
    text: `// writeJSON answers a request with a value as JSON.
func writeJSON(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		log.Print(err)
	}
}`,
  },
  sendJSON: {
    imports: ['bytes', 'encoding/json', 'log', 'net/http'],
    text: `// sendJSON answers a request with a value as JSON, without a line break behind it.
func sendJSON(w http.ResponseWriter, status int, value any) {
	var body bytes.Buffer
	encoder := json.NewEncoder(&body)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		log.Print(err)
		status = http.StatusInternalServerError
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	w.Write(bytes.TrimSuffix(body.Bytes(), []byte("\\n")))
}`,
  },
  writeText: {
    imports: ['fmt', 'net/http'],
    text: `// writeText answers a request with a text of the type that is named.
func writeText(w http.ResponseWriter, status int, contentType, text string) {
	w.Header().Set("Content-Type", contentType)
	w.WriteHeader(status)
	fmt.Fprint(w, text)
}`,
  },
  queryValue: {
    imports: ['net/url'],
    text: `// queryValue gives a parameter of a request, nil where there is none.
func queryValue(values url.Values, key string) *string {
	if !values.Has(key) {
		return nil
	}
	value := values.Get(key)
	return &value
}`,
  },
  queryOr: {
    imports: ['net/url'],
    text: `// queryOr gives a parameter of a request, or the default where there is none.
func queryOr(values url.Values, key, otherwise string) string {
	if !values.Has(key) {
		return otherwise
	}
	return values.Get(key)
}`,
  },
  intOr: {
    imports: ['strconv', 'strings'],
    text: `// intOr reads a whole number, or gives the default where the text is none.
func intOr(text string, otherwise int) int {
	if n, err := strconv.Atoi(strings.TrimSpace(text)); err == nil {
		return n
	}
	return otherwise
}`,
  },
  floatOr: {
    imports: ['strconv', 'strings'],
    text: `// floatOr reads a number, or gives the default where the text is none.
func floatOr(text string, otherwise float64) float64 {
	if x, err := strconv.ParseFloat(strings.TrimSpace(text), 64); err == nil {
		return x
	}
	return otherwise
}`,
  },
  queryInt: {
    imports: ['net/url', 'strconv', 'strings'],
    text: `// queryInt reads a whole number from a request, nil where there is none.
func queryInt(values url.Values, key string) *int {
	n, err := strconv.Atoi(strings.TrimSpace(values.Get(key)))
	if err != nil {
		return nil
	}
	return &n
}`,
  },
  queryFloat: {
    imports: ['net/url', 'strconv', 'strings'],
    text: `// queryFloat reads a number from a request, nil where there is none.
func queryFloat(values url.Values, key string) *float64 {
	x, err := strconv.ParseFloat(strings.TrimSpace(values.Get(key)), 64)
	if err != nil {
		return nil
	}
	return &x
}`,
  },
  headerIn: {
    imports: ['net/http'],
    text: `// headerIn gives a header, nil where there is none.
func headerIn(header http.Header, key string) *string {
	if len(header.Values(key)) == 0 {
		return nil
	}
	value := header.Get(key)
	return &value
}`,
  },
  formOf: {
    imports: ['net/http', 'net/url'],
    text: `// formOf gives what a form has sent with a request.
func formOf(r *http.Request) url.Values {
	// It reads both kinds of forms; without one there are no values.
	_ = r.PostFormValue("")
	return r.PostForm
}`,
  },
  valuesOf: {
    imports: ['net/http', 'net/url'],
    text: `// valuesOf gives the parameters of a request, those of the address first.
func valuesOf(r *http.Request) url.Values {
	_ = r.FormValue("")
	values := r.URL.Query()
	for key, sent := range r.PostForm {
		values[key] = append(values[key], sent...)
	}
	return values
}`,
  },
  readObject: {
    imports: ['errors', 'io', 'net/http'],
    needs: ['readJSON'],
    text: `// readObject reads the JSON object in the body of a request.
func readObject(r *http.Request) (map[string]any, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	value, err := readJSON(string(body))
	if err != nil {
		return nil, err
	}
	object, ok := value.(map[string]any)
	if !ok {
		return nil, errors.New("the body is no JSON object")
	}
	return object, nil
}`,
  },
  readOrderedObject: {
    imports: ['errors', 'io', 'net/http'],
    needs: ['readOrderedJSON'],
    text: `// readOrderedObject reads the JSON object in the body of a request.
func readOrderedObject(r *http.Request) (*orderedMap[string, any], error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	value, err := readOrderedJSON(string(body))
	if err != nil {
		return nil, err
	}
	object, ok := value.(*orderedMap[string, any])
	if !ok {
		return nil, errors.New("the body is no JSON object")
	}
	return object, nil
}`,
  },
  optionalInt: {
    imports: ['net/url', 'strconv'],
    text: `// optionalInt reads a whole number from a request, nil where there is none.
func optionalInt(values url.Values, key string) (*int, error) {
	if !values.Has(key) {
		return nil, nil
	}
	n, err := strconv.Atoi(values.Get(key))
	return &n, err
}`,
  },
  optionalFloat: {
    imports: ['net/url', 'strconv'],
    text: `// optionalFloat reads a number from a request, nil where there is none.
func optionalFloat(values url.Values, key string) (*float64, error) {
	if !values.Has(key) {
		return nil, nil
	}
	x, err := strconv.ParseFloat(values.Get(key), 64)
	return &x, err
}`,
  },
  intWithDefault: {
    imports: ['net/url', 'strconv'],
    text: `// intWithDefault reads a whole number from a request.
func intWithDefault(values url.Values, key string, otherwise int) (int, error) {
	if !values.Has(key) {
		return otherwise, nil
	}
	return strconv.Atoi(values.Get(key))
}`,
  },
  floatWithDefault: {
    imports: ['net/url', 'strconv'],
    text: `// floatWithDefault reads a number from a request.
func floatWithDefault(values url.Values, key string, otherwise float64) (float64, error) {
	if !values.Has(key) {
		return otherwise, nil
	}
	return strconv.ParseFloat(values.Get(key), 64)
}`,
  },
  readBody: {
    imports: ['encoding/json', 'fmt', 'io', 'net/http'],
    text: `// readBody fills a struct with the JSON of a request; the fields that are named must be there.
func readBody(r *http.Request, target any, required ...string) error {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return err
	}
	var given map[string]json.RawMessage
	if err := json.Unmarshal(body, &given); err != nil {
		return err
	}
	for _, name := range required {
		if _, ok := given[name]; !ok {
			return fmt.Errorf("%s is missing", name)
		}
	}
	return json.Unmarshal(body, target)
}`,
  },
  httpError: {
    imports: ['fmt'],
    text: `// httpError is an error that says how a request is answered.
type httpError struct {
	Status int
	Detail any
}

func (e *httpError) Error() string {
	return fmt.Sprintf("%d: %v", e.Status, e.Detail)
}`,
  },
  httpResponse: {
    imports: ['fmt', 'net/http', 'strings'],
    text: `// httpResponse is the answer of a server with its whole body.
type httpResponse struct {
	*http.Response
	Content []byte
}

// raiseForStatus gives an error for an answer that says one.
func (r *httpResponse) raiseForStatus() error {
	if r.StatusCode < 400 {
		return nil
	}
	side := "Client"
	if r.StatusCode >= 500 {
		side = "Server"
	}
	_, reason, _ := strings.Cut(r.Status, " ")
	return fmt.Errorf("%d %s Error: %s for url: %s", r.StatusCode, side, reason, r.Request.URL)
}`,
  },
  fetchOptions: {
    imports: ['net/url', 'time'],
    text: `// fetchOptions is what a request carries beside its address.
type fetchOptions struct {
	Query   url.Values
	Headers map[string]string
	JSON    any
	Form    url.Values
	Body    string
	Timeout time.Duration
}`,
  },
  fetch: {
    imports: ['bytes', 'encoding/json', 'io', 'net/http', 'strings'],
    needs: ['httpResponse', 'fetchOptions'],
    text: `// fetch sends a request and reads the whole answer.
func fetch(method, address string, options fetchOptions) (*httpResponse, error) {
	var body io.Reader
	contentType := ""
	switch {
	case options.JSON != nil:
		text, err := json.Marshal(options.JSON)
		if err != nil {
			return nil, err
		}
		body, contentType = bytes.NewReader(text), "application/json"
	case options.Form != nil:
		body, contentType = strings.NewReader(options.Form.Encode()), "application/x-www-form-urlencoded"
	case options.Body != "":
		body = strings.NewReader(options.Body)
	}
	request, err := http.NewRequest(method, address, body)
	if err != nil {
		return nil, err
	}
	query := request.URL.Query()
	for key, values := range options.Query {
		query[key] = append(query[key], values...)
	}
	request.URL.RawQuery = query.Encode()
	if contentType != "" {
		request.Header.Set("Content-Type", contentType)
	}
	for key, value := range options.Headers {
		request.Header.Set(key, value)
	}
	client := http.Client{Timeout: options.Timeout}
	response, err := client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	return &httpResponse{response, content}, err
}`,
  },
  refusal: {
    imports: ['fmt', 'strings'],
    needs: ['httpResponse'],
    text: `// refusal is the error of a response whose status says that there is one.
func refusal(r *httpResponse) error {
	if r.StatusCode < 400 {
		return nil
	}
	_, reason, _ := strings.Cut(r.Status, " ")
	return fmt.Errorf("HTTP Error %d: %s", r.StatusCode, reason)
}`,
  },
  ask: {
    imports: ['net/http', 'net/http/httptest'],
    text: `// ask sends a request to a handler without a network.
func ask(handler http.Handler, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r)
	return w
}`,
  },
  jsonRequest: {
    imports: ['bytes', 'encoding/json', 'net/http', 'net/http/httptest'],
    text: `// jsonRequest makes a request with a value as JSON in its body.
func jsonRequest(method, target string, value any) *http.Request {
	body, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	r := httptest.NewRequest(method, target, bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	return r
}`,
  },
  formRequest: {
    imports: ['net/http', 'net/http/httptest', 'net/url', 'strings'],
    text: `// formRequest makes a request as a form sends it.
func formRequest(method, target string, values url.Values) *http.Request {
	r := httptest.NewRequest(method, target, strings.NewReader(values.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return r
}`,
  },
  withHeaders: {
    imports: ['net/http'],
    text: `// withHeaders adds headers to a request.
func withHeaders(r *http.Request, headers map[string]string) *http.Request {
	for key, value := range headers {
		r.Header.Set(key, value)
	}
	return r
}`,
  },
};
